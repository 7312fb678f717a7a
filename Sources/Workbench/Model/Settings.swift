/// What the person set: keys, looks, and the kernel's repository.
package struct Settings: Sendable {
  /// Which keys ask for what.
  package var keymap = Keymap.standard
  /// How roles look.
  package var theme: Theme
  /// The signs beside colours.
  package var glyphs: Glyphs
  /// Whether the mouse is listened to.
  package var isMouseOn = true
  /// The kernel's source tree; nil if none was given.
  package var kernelDirectory: String?
}
