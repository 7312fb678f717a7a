/// A value with a version, which changes whenever the value may have changed: what was derived from
/// it stays valid while the version is the same.
@propertyWrapper
package struct Versioned<Value: Sendable>: Sendable {
  /// Changes whenever the value may have.
  package private(set) var projectedValue = 0
  /// The value.
  package var wrappedValue: Value { didSet { projectedValue &+= 1 } }

  /// A value in its first version.
  package init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}
