import Inkstep.Frame
import Inkstep.Sync

// The tray with what syncing says of itself.
TrayButton {
    objectName: "tray"
    text: SyncService.words
    standing: SyncService.standing
}
