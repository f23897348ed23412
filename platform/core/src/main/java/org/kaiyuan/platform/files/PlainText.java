package org.kaiyuan.platform.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a file is text in one of the encodings that are met here, judged by its first 64 kB. */
final class PlainText {
    private static final int LOOKED_AT = 1 << 16;
    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private PlainText() {}

    static boolean is(Path file) throws IOException {
        byte[] begin;
        try (var content = Files.newInputStream(file)) {
            begin = content.readNBytes(LOOKED_AT);
        }
        if (begin.length >= 2 && isMark(begin[0], begin[1])) {
            return decodes(begin, StandardCharsets.UTF_16, begin.length < LOOKED_AT);
        }
        return ENCODINGS.stream().anyMatch(e -> decodes(begin, e, begin.length < LOOKED_AT));
    }

    private static boolean isMark(byte first, byte second) {
        return (first == (byte) 0xFE && second == (byte) 0xFF)
                || (first == (byte) 0xFF && second == (byte) 0xFE);
    }

    private static boolean decodes(byte[] bytes, Charset encoding, boolean whole) {
        var decoder =
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var text = CharBuffer.allocate(bytes.length + 1);
        if (decoder.decode(ByteBuffer.wrap(bytes), text, whole).isError()) {
            return false;
        }
        return text.flip().chars().noneMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0);
    }
}
