/// Tables that are data rather than code, built into the program so that it needs no file beside it.
public enum Tables {
  /// Functions that say little about a bug, one pattern a line.
  public static var genericFunctions: [UInt8] { PackageResources.generic_functions_txt }
}
