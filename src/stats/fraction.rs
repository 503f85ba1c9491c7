use std::cmp::Ordering;
use std::fmt;

use num_bigint::BigUint;

/// A share: an exact fraction from 0 to 1 in lowest terms, shown as `6/7`.
///
/// A product over hundreds of steps does not fit 128 bits, hence numbers of any length. Each step
/// multiplies by a fraction of small numbers, so that it is reduced in time proportional to its
/// length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fraction {
    numerator: BigUint,
    denominator: BigUint,
}

impl Fraction {
    /// The whole: 1/1.
    pub fn one() -> Self {
        Self { numerator: 1u32.into(), denominator: 1u32.into() }
    }

    /// `part` of `whole`. A whole of nothing has no parts: 0/1. A part is never more than the
    /// whole.
    pub fn of(part: u64, whole: u64) -> Self {
        Self::one().times(part, whole)
    }

    /// This share of `part` of `whole`.
    #[must_use]
    pub fn times(&self, part: u64, whole: u64) -> Self {
        let part = part.min(whole);
        if part == 0 {
            return Self { numerator: 0u32.into(), denominator: 1u32.into() };
        }
        let common = gcd(part, whole);
        let (part, whole) = (part / common, whole / common);
        // Both fractions are in lowest terms, so only the numerator of one can share a factor with
        // the denominator of the other.
        let with_whole = gcd(small(&self.numerator, whole), whole);
        let with_part = gcd(small(&self.denominator, part), part);
        Self {
            numerator: &self.numerator / with_whole * (part / with_part),
            denominator: &self.denominator / with_part * (whole / with_whole),
        }
    }

    /// What is missing from the whole.
    #[must_use]
    pub fn rest(&self) -> Self {
        Self {
            numerator: &self.denominator - &self.numerator,
            denominator: self.denominator.clone(),
        }
    }

    /// Whether it is half the whole or less, exactly.
    pub fn is_at_most_half(&self) -> bool {
        &self.numerator * 2u32 <= self.denominator
    }

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        self.numerator.bits() == 0
    }

    /// How many of `parts` parts of the whole it is, rounded half up: of 1/3, 33 of 100.
    pub fn rounded(&self, parts: u32) -> u32 {
        let doubled = &self.numerator * parts * 2u32 + &self.denominator;
        // Never more than `parts`, because the fraction is never more than 1.
        u32::try_from(doubled / (&self.denominator * 2u32)).unwrap_or(parts)
    }

    /// The nearest floating-point number, or its neighbour.
    pub fn approximate(&self) -> f64 {
        if self.is_zero() {
            return 0.0;
        }
        // Shifted so that the quotient has 120 or 121 bits, more than a float can tell apart.
        let shift = 120 + self.denominator.bits() - self.numerator.bits();
        let quotient = (&self.numerator << shift) / &self.denominator;
        let quotient = u128::try_from(quotient).unwrap_or(u128::MAX);
        #[expect(clippy::cast_precision_loss, reason = "it is the nearest float that is wanted")]
        let quotient = quotient as f64;
        quotient * 0.5f64.powi(i32::try_from(shift).unwrap_or(i32::MAX))
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What is left of a large number modulo a small one.
fn small(number: &BigUint, modulus: u64) -> u64 {
    u64::try_from(number % modulus).unwrap_or(0)
}

/// The greatest common divisor; of nothing and a number, the number.
fn gcd(a: u64, b: u64) -> u64 {
    if a == 0 { b } else { gcd(b % a, a) }
}
