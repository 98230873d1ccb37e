# The two typefaces, from their Debian packages, built into the target so that every system shows the same letters.
# Sets INKSTEP_FONT_FILES.
set(INKSTEP_FONT_FILES)
foreach(weight Regular Medium SemiBold)
    list(APPEND INKSTEP_FONT_FILES opentype/inter/Inter-${weight}.otf)
endforeach()
foreach(weight Regular Bold)
    list(APPEND INKSTEP_FONT_FILES truetype/andika/Andika-${weight}.ttf)
endforeach()
