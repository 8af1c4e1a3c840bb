"""Validate PDF files with the `page` checker. Usage: page_validation.py PROFILE[,PROFILE...] FILE...

Prints tab-separated lines: `ok FILE PROFILE` for a conforming file, `error FILE PROFILE RULE OBJECT DESCRIPTION` for
each failure. Exits with 1 on any error. Profiles are written as veraPDF writes them: ua1, 2a, 2b ...; quick enough
(no JVM) for every test, while veraPDF has the last word.
"""

import sys

from page import PageError, ValidationProfile, validate_pdf


def findings(path: str, profile: str) -> list[tuple[str, str, str]]:
    """List rule, number of the PDF object and message of each failure; an unreadable file is one failure."""
    try:
        report = validate_pdf(path, profile=profile)
    except (PageError, OSError) as error:
        return [("cannot-open", "", str(error))]
    return [
        (failure.rule_id, str(failure.object_id.object_number) if failure.object_id else "", failure.message)
        for failure in report.failures
    ]


def main() -> int:
    """Validate each file against each profile and print a line for each result."""
    if len(sys.argv) < 3:
        print("usage: page-validation PROFILE[,PROFILE...] FILE...", file=sys.stderr)
        return 2
    profiles = sys.argv[1].split(",")
    known = {str(profile.value) for profile in ValidationProfile}
    if unknown := [profile for profile in profiles if profile not in known]:
        print(f"page-validation: no profile {', '.join(unknown)}; known: {', '.join(sorted(known))}", file=sys.stderr)
        return 2
    failed = False
    for path in sys.argv[2:]:
        for profile in profiles:
            found = findings(path, profile)
            failed = failed or bool(found)
            if not found:
                print(f"ok\t{path}\t{profile}")
            for finding in found:
                print("\t".join(["error", path, profile, *(" ".join(field.split()) for field in finding)]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
