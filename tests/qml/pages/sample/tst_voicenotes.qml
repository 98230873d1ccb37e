import QtQuick
import QtTest
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Scratch
import "hand.js" as Hand

// Voice notes of a page under a finger: heard of, moved in, deleted, brought back; and a machine without a microphone.
Item {
    id: root

    width: 1280
    height: 800

    PageCase {
        id: voices
        name: "VoiceNotesOfAPage"
        stage: root

        function openPanel(): void {
            tap(starting("Voice notes"));
            tryVerify(() => named("Record a voice note") !== null);
        }

        function test_deletedAndBroughtBack(): void {
            Scratch.voice(page, 7);
            tryVerify(() => named("Voice notes: 1") !== null);
            openPanel();
            tryVerify(() => named("Play voice note 1, 0:07 long") !== null);
            tap(named("Delete voice note 1"));
            tryVerify(() => named("Delete voice note 1") === null);
            compare(Scratch.voices(page), 0);
            tap(starting("Undo: Delete voice note"));
            tryVerify(() => named("Play voice note 1, 0:07 long") !== null);
            compare(Scratch.voices(page), 1);
        }
        function test_aFingerOrKeysMoveInTheWave(): void {
            Scratch.voice(page, 8);
            openPanel();
            tryVerify(() => named("Place in voice note 1") !== null);
            const wave = named("Place in voice note 1");
            tap(wave);
            tryVerify(() => Math.abs(wave.position - 0.5) < 0.03);
            const from = wave.mapToItem(root, wave.width * 0.2, wave.height / 2);
            const to = wave.mapToItem(root, wave.width * 0.75, wave.height / 2);
            drag(from.x, from.y, to.x, to.y);
            tryVerify(() => Math.abs(wave.position - 0.75) < 0.03);
            wave.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Left);
            tryVerify(() => Math.abs(wave.position - 0.7) < 0.03);
        }
        function test_withoutAMicrophone(): void {
            openPanel();
            tap(named("Record a voice note"));
            tryVerify(() => Hand.all(root, one => one.text === "No microphone is connected. Plug one in and try again." && one.visible).length > 0);
            verify(named("Record a voice note") !== null);
            compare(Scratch.voices(page), 0);
        }
        function test_looks(): void {
            Scratch.voice(page, 7);
            Scratch.voice(page, 83);
            openPanel();
            tryVerify(() => named("Play voice note 2, 1:23 long") !== null);
            tap(named("Place in voice note 2"));
            look("voice-1280.png");
            Theme.dark = true;
            look("voice-1280-dark.png");
            Theme.dark = false;
            root.width = 390;
            root.height = 844;
            settle();
            look("voice-390.png");
            Theme.textScale = 2;
            open();
            tap(named("More about this page"));
            const entry = () => Hand.all(root.Window.contentItem, one => one.Accessible.name === "Voice notes: 2");
            tryVerify(() => entry().length > 0);
            entry()[0].activate();
            tryVerify(() => named("Record a voice note") !== null);
            look("voice-390-200.png");
            for (const one of Hand.all(root, item => item.truncated !== undefined && item.text !== undefined && !item.elides))
                verify(!one.truncated, "cut: " + one.text);
        }
    }
}
