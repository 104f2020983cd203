import Testing

@testable import TextbookUI
