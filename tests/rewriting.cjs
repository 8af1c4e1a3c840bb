// What programs built on pdf-lib and pdf.js do to filled handouts: node rewriting.cjs OPERATION OUT IN...
const fs = require("fs")
const path = require("path")

const packages = process.env.NODE_PACKAGES
const [operation, out, ...files] = process.argv.slice(2)

async function pdfLib() {
  const { PDFDocument, PDFTextField, PDFCheckBox, PDFRadioGroup } = require(path.join(packages, "pdf-lib"))
  const opened = await Promise.all(files.map((file) => PDFDocument.load(fs.readFileSync(file))))
  if (operation === "pdf-lib save") return opened[0].save()
  if (operation === "pdf-lib fill") {
    const form = opened[0].getForm()
    for (const [name, value] of Object.entries(JSON.parse(process.env.FILLED))) {
      const field = form.getField(name)
      if (field instanceof PDFTextField) field.setText(value)
      else if (field instanceof PDFCheckBox) field.check()
      else if (field instanceof PDFRadioGroup) field.select(field.getOptions()[Number(value) - 1])
    }
    return opened[0].save()
  }
  const made = await PDFDocument.create()
  for (const each of opened) {
    const pages = each.getPageIndices()
    if (operation === "pdf-lib copy") (await made.copyPages(each, pages)).forEach((page) => made.addPage(page))
    else for (const page of pages) made.addPage((await made.copyPages(each, [page]))[0])
  }
  return made.save()
}

async function pdfJs() {
  const { getDocument } = await import(path.join(packages, "pdfjs-dist/legacy/build/pdf.mjs"))
  const document = await getDocument({ data: new Uint8Array(fs.readFileSync(files[0])), verbosity: 0 }).promise
  const filled = JSON.parse(process.env.FILLED || "{}")
  for (let number = 1; number <= document.numPages; number++) {
    for (const each of await (await document.getPage(number)).getAnnotations()) {
      const value = filled[each.fieldName]
      if (!value || each.readOnly) continue
      if (each.radioButton) document.annotationStorage.setValue(each.id, { value: each.buttonValue === value })
      else document.annotationStorage.setValue(each.id, { value: each.checkBox ? true : value })
    }
  }
  return document.saveDocument()
}

(operation.startsWith("pdf-lib") ? pdfLib() : pdfJs()).then((data) => fs.writeFileSync(out, data))
