import QtQml

// A place the NavigationBar leads to.
QtObject {
    required property string label
    required property string glyph
    property string badge: ""
}
