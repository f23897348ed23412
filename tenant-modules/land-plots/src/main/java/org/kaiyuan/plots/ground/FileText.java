package org.kaiyuan.plots.ground;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file: UTF-8 if it can be that, GB18030 (which holds GBK) else; UTF-16 by its mark.
 *
 * @param text without a byte order mark
 */
record FileText(String text, Charset charset) {
    static final Charset GB18030 = Charset.forName("GB18030");

    static FileText of(byte[] content) throws Unreadable.File {
        if (starts(content, 0xfe, 0xff) || starts(content, 0xff, 0xfe)) {
            var text = strict(content, StandardCharsets.UTF_16);
            if (text == null) {
                throw new Unreadable.File("undecodable");
            }
            return new FileText(text, StandardCharsets.UTF_16);
        }
        var utf8 = strict(content, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new FileText(
                    utf8.startsWith("\ufeff") ? utf8.substring(1) : utf8, StandardCharsets.UTF_8);
        }
        var chinese = strict(content, GB18030);
        if (chinese == null) {
            throw new Unreadable.File("undecodable");
        }
        return new FileText(chinese, GB18030);
    }

    /** Null where the bytes are not written in this charset. */
    static @Nullable String strict(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean starts(byte[] content, int first, int second) {
        return content.length > 1 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
    }
}
