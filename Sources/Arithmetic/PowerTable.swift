/// Powers of two with fractional exponents, each to 107 bits.
///
/// Generated at 700 bits and rounded twice; the tests check every entry against
/// `T[j] · T[k] = T[j + k]`, against repeated square roots, and against the second arithmetic.
enum PowerTable {}
