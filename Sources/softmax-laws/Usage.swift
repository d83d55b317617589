import SoftmaxFamily

/// What `--help` explains.
enum Usage: Equatable {
  /// All commands and options.
  case program
  /// The operations of `oracle` and how their arguments are written.
  case oracle

  /// The explanation.
  var text: String {
    switch self {
    case .program: Self.programText
    case .oracle: Self.oracleText + operations
    }
  }

  private var operations: String {
    Operation.allCases.map { "\n  \($0.call)" }.joined()
  }

  private static let oracleText = """
    softmax-laws oracle OPERATION ARG… prints the certified value of one call, and its rounding
    in every format.

    Where there is one argument, its entries are given one by one, or with commas. Otherwise each
    argument is one text, in the order below: the entries of a vector are separated by commas, the
    rows of a matrix by semicolons. Numbers are decimal or hexadecimal (0x1.8p-3), inf or nan.

      softmax-laws oracle softmax 0 -1000
      softmax-laws oracle scaledSoftmax 1,2,3 0.5
      softmax-laws oracle categoricalCrossEntropyWithLogits '1,0;0,1' '3,-1;2,2'

    operations
    """

  private static let programText = """
    softmax-laws checks laws of softmax and its relatives on an implementation.

      softmax-laws                                  the same as: softmax-laws check
      softmax-laws check [options] [-- COMMAND …]   check a built-in implementation, or a program
      softmax-laws list [--json | --markdown]       the catalogue of laws
      softmax-laws replay TOKEN [-- COMMAND …]      run one case again and print all about it
      softmax-laws oracle OPERATION ARG…            the certified value of one call
      softmax-laws mutants [--json]                 which laws falsify which mutants
      softmax-laws oracle --help                    the operations, and how to write arguments

    options of check; those marked * also of replay
      --implementation NAME * textbook (the default), naive, reference (every operation correctly
                              rounded), certified (the reference's balls) or a control
      --law GLOB              only laws of that name; * and ? stand for any characters
      --format F              only binary16, bfloat16, binary32 or binary64
      --cases N               cases a law (500)
      --seed S                the seed of all cases (1)
      --jobs N                so many laws at once, with as many processes of a program (for a
                              built-in implementation as many as processors, for a program 1)
      --time-limit SECONDS *  the longest that a program may take for a call (10)
      --known-issues FILE     deviations that are known and explained
      --regressions FILE      cases that failed before, which are evaluated first
      --report FILE.jsonl     write a report as the run goes
      --quiet                 print failures and the summary only
      --no-color *            print without colours
    --law, --format and --report may be repeated; --option=value is the same as --option value.

    exit status
      0 every checked law holds              64 the command line is wrong
      1 a law is falsified                   65 a data file is bad, or a report cannot be written
      2 the implementation crashed, hung     70 a fault of the suite itself
        or broke the protocol                130, 143 ended by a signal, the report without its
      3 nothing was checked                      summary; a second signal ends at once
    """
}
