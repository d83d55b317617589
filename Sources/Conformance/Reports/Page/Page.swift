/// A page in HTML that needs nothing but itself, in the style that all pages of the suite share.
public struct Page {
  private let title: String
  private let body: String
  private let isFiltered: Bool

  /// Creates a page of a title, and of the elements of its body.
  public init(title: String, body: String) {
    self.init(title: title, body: body, isFiltered: false)
  }

  /// Creates a page that may have a table with a filter.
  init(title: String, body: String, isFiltered: Bool) {
    self.title = title
    self.body = body
    self.isFiltered = isFiltered
  }

  /// The page; what it may load is nothing.
  public var text: String {
    """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <title>\(title.markupEscaped)</title>
    <style>
    \(Self.style)
    </style></head><body><main>
    \(body)
    </main>\(isFiltered ? "<script>\n\(Self.script)\n</script>" : "")</body></html>

    """
  }
}
