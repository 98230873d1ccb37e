import QtQuick.Layouts

// The entries of a Menu; tells it when one was chosen.
ColumnLayout {
    signal chosen()
}
