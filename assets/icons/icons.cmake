# The icon font, from its Debian package. Code points are listed in qml/ui/theme/Icons.qml.
# Sets INKSTEP_ICON_FILES.
set(INKSTEP_ICON_FILES truetype/materialdesignicons-webfont/materialdesignicons-webfont.ttf)
