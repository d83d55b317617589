/// The suite's own identity, as reports state it.
public enum Suite {
  /// The version of the suite.
  public static let version = "1.0.0"
  /// The version of the process protocol that the suite speaks.
  public static let protocolVersion = 1
}
