/// Whether a list is simpler than another: shorter, or as long and smaller at the
/// first difference.
func isSimpler(_ left: [UInt64], than right: [UInt64]) -> Bool {
  left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
}
