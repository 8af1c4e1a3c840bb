import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.gf.model.GFModelParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/**
 * Validates PDF files with veraPDF: {@code Vera FLAVOUR[,FLAVOUR...] FILE...}.
 *
 * <p>Prints tab-separated lines: {@code ok FILE FLAVOUR} for a conforming file, {@code error FILE FLAVOUR RULE OBJECT
 * DESCRIPTION} for each rule that failed (its first place only, a broken rule tends to fail everywhere). Exits with 1
 * on any error, with 2 if it was called wrongly. veraPDF's own command line is not in the jar at hand, hence this one.
 */
public final class Vera {
  /** How many failures of one file veraPDF collects; enough to see every broken rule. */
  private static final int MAX_FAILURES = 1000;

  private Vera() {}

  public static void main(String[] arguments) {
    if (arguments.length < 2) {
      usage("FLAVOUR[,FLAVOUR...] FILE...");
    }
    LogManager.getLogManager().reset(); // the parser logs to standard error what it also reports
    VeraGreenfieldFoundryProvider.initialise();
    List<PDFAFlavour> flavours = new ArrayList<>();
    for (String name : arguments[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.fromString(name);
      if (flavour == PDFAFlavour.NO_FLAVOUR) {
        usage("no flavour " + name + "; try ua1, 2a, 2b");
      }
      flavours.add(flavour);
    }
    boolean failed = false;
    for (String path : List.of(arguments).subList(1, arguments.length)) {
      for (PDFAFlavour flavour : flavours) {
        List<String> errors = validate(path, flavour);
        failed |= !errors.isEmpty();
        if (errors.isEmpty()) {
          System.out.println("ok\t" + path + "\t" + flavour.getId());
        }
        for (String error : errors) {
          System.out.println("error\t" + path + "\t" + flavour.getId() + "\t" + error);
        }
      }
    }
    System.exit(failed ? 1 : 0);
  }

  /** One line for each rule that the file breaks; a file that cannot be parsed is one error. */
  private static List<String> validate(String path, PDFAFlavour flavour) {
    try (var parser = GFModelParser.createModelWithFlavour(new File(path), flavour);
        var validator = ValidatorFactory.createValidator(flavour, MAX_FAILURES, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      Map<String, String> rules = new TreeMap<>();
      for (TestAssertion failure : result.getTestAssertions()) {
        String rule = failure.getRuleId().getClause() + "-" + failure.getRuleId().getTestNumber();
        String place = failure.getLocation() == null ? "" : failure.getLocation().getContext();
        rules.putIfAbsent(rule, rule + "\t" + oneLine(place) + "\t" + oneLine(failure.getMessage()));
      }
      if (rules.isEmpty() && !result.isCompliant()) {
        return List.of("not-compliant\t\tveraPDF names no rule");
      }
      return List.copyOf(rules.values());
    } catch (Exception | StackOverflowError error) {
      return List.of("cannot-open\t\t" + oneLine(String.valueOf(error)));
    }
  }

  private static String oneLine(String text) {
    return text == null ? "" : text.strip().replaceAll("\\s+", " ");
  }

  private static void usage(String text) {
    System.err.println("verapdf: " + text);
    System.exit(2);
  }
}
