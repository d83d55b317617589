import Conformance

/// What `--help` prints.
enum Usage {
  static let version = Suite.version

  static let text = """
    softmax-laws checks laws of softmax and its relatives on an implementation.

      softmax-laws                                  the same as: softmax-laws check
      softmax-laws check [options] [-- COMMAND …]   check a built-in implementation, or a program
      softmax-laws list [--json]                    the catalogue of laws
      softmax-laws replay TOKEN [-- COMMAND …]      run one case again and print all about it
      softmax-laws oracle OPERATION ARG…            the certified value of one call

    options of check and replay
      --implementation NAME   textbook (the default), naive or reference
      --law GLOB              only laws of that name; * and ? stand for any characters
      --format F              only binary16, bfloat16, binary32 or binary64
      --cases N               cases a law (500)
      --seed S                the seed of all cases (1)
      --time-limit SECONDS    the longest that a program may take for a call
      --known-issues FILE     deviations that are known and explained
      --report FILE.jsonl     write a report as the run goes
      --quiet                 print failures and the summary only
      --no-color              print without colours
    --law, --format and --report may be repeated.

    A vector is given as its entries, or as one argument with commas; further arguments follow, in
    the order of the operation's signature. The rows of a matrix are separated by semicolons.

    exit status
      0 every checked law holds              3 nothing was checked
      1 a law is falsified                   64 the command line is wrong
      2 the implementation crashed, hung     65 a data file is bad
        or broke the protocol                70 a fault of the suite itself
    """
}
