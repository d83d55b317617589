import SoftmaxFamily

/// What `--help` explains.
enum Usage: Equatable {
  /// All commands and options.
  case program
  /// The operations of `oracle` and how their arguments are written.
  case oracle

  /// The functions and options of `sweep`.
  case sweep

  /// The explanation.
  var text: String {
    switch self {
    case .program: Self.programText
    case .oracle: Self.oracleText + operations
    case .sweep: Self.sweepText
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

  private static let sweepText = """
    softmax-laws sweep OPERATION [options] [-- COMMAND …] tries every input of a function of one number.

    OPERATION is sigmoid, logSigmoid, softplus, logit, sigmoidDerivative, softplusDerivative or
    binaryCrossEntropyWithLogits, with each of the targets 0 and 1; binaryCrossEntropyWithLogits:1 is
    that of the target 1 alone. In binary64 it tries a sample. softmax and logSumExp are tried of two
    entries, at all pairs of numbers of binary16.

      softmax-laws sweep sigmoid --format binary16
      softmax-laws sweep softplus --implementation libm --format binary32 --resume state.json

    options
      --implementation NAME   as for check, or libm, the C library's functions in binary32
      --library PATH          a C library, loaded in a process of its own
      --format F              only binary16, bfloat16, binary32 or binary64 (the first three)
      --jobs N                threads, each with a process of a program (for a built-in
                              implementation as many as processors, for a program 1)
      --shard I/N             only one of N parts of the inputs
      --resume FILE           keep the state in the file, and go on from it
      --cases N, --seed S     the size and the seed of a sample in binary64 (500, 1)
      --time-limit SECONDS    the longest that a program may take for a call (10)
      --report FILE           write a report, by ending: .jsonl, .xml (JUnit), .md or .html
      --quiet, --no-color     print failures only; print without colours
    """

  private static let programText = """
    softmax-laws checks laws of softmax and its relatives on an implementation.

      softmax-laws                                  the same as: softmax-laws check
      softmax-laws check [options] [-- COMMAND …]   check a built-in implementation, or a program
      softmax-laws check --library PATH             check a C library
      softmax-laws record --baseline FILE [-- COMMAND …]   the same, and write down what there is
      softmax-laws check --baseline FILE [-- COMMAND …]    and tell what got worse since
      softmax-laws merge REPORT…                    one report of those of all shards
      softmax-laws list [--json | --markdown]       the catalogue of laws
      softmax-laws replay TOKEN [-- COMMAND …]      run one case again and print all about it
      softmax-laws oracle OPERATION ARG…            the certified value of one call
      softmax-laws mutants [--json]                 which laws falsify which mutants
      softmax-laws serve [--implementation NAME | --library PATH]
                                                    speak the process protocol oneself
      softmax-laws sweep OPERATION [options]        every input of a function of one number
      softmax-laws oracle --help                    the operations, and how to write arguments
      softmax-laws sweep --help                     what can be swept, and the options

    options of check and record; those marked * also of replay
      --implementation NAME * textbook (the default), naive, reference (every operation correctly
                              rounded), certified (the reference's balls) or a control
      --library PATH *        a C library, loaded in a process of its own
      --law GLOB              only laws of that name; * and ? stand for any characters
      --format F              only binary16, bfloat16, binary32 or binary64
      --cases N               cases a law (500)
      --seed S                the seed of all cases (1)
      --jobs N                so many laws at once, with as many processes of a program (for a
                              built-in implementation as many as processors, for a program 1)
      --time-limit SECONDS *  the longest that a program may take for a call (10)
      --known-issues FILE     deviations that are known and explained; entries for others are proposed
      --baseline FILE         what was recorded, to compare with
      --regressions FILE      cases that failed before, which are evaluated first
      --report FILE           write a report: .jsonl as the run goes, .xml (JUnit), .md or .html
      --shard I/N             only every law and format that a hash gives to shard I of N; also by the
                              variables of Bazel, Slurm, Kubernetes (with JOB_COMPLETIONS) and GitLab
      --annotations           print what is red for GitHub, as where GITHUB_ACTIONS is true
      --no-times              leave the times out of reports, so that runs can be compared
      --quiet                 print failures and the summary only
      --no-color *            print without colours
    --law, --format and --report may be repeated; --option=value is the same as --option value.

    exit status
      0 every checked law holds              64 the command line is wrong
      1 a law is falsified                   65 a data file is bad, or a report cannot be written
      2 the implementation crashed, hung     70 a fault of the suite itself
        or broke the protocol                129, 130, 143 ended by a signal; what is known is in the
      3 nothing was checked                      reports; a second signal ends at once
    """
}
