package org.kaiyuan.platform.transfer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a file is written: found by reading it once, strictly, from beginning to end.
 *
 * @param delimiter comma, semicolon or tab: whichever parts the first line most
 */
record TextNature(Charset charset, char delimiter) {
    private static final Charset GB18030 = Charset.forName("GB18030");

    static TextNature of(Path file) throws IOException {
        for (var charset : candidates(file)) {
            var nature = read(file, charset);
            if (nature != null) {
                return nature;
            }
        }
        throw new TabularFileRefused(
                isText(file) ? TabularFault.UNDECODABLE : TabularFault.UNKNOWN_TYPE);
    }

    /** Pictures, programs and the like are not told to be saved in another encoding. */
    private static boolean isText(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            for (byte b : in.readNBytes(4096)) {
                if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                    return false;
                }
            }
            return true;
        }
    }

    /** Stops at the first byte that cannot be. */
    static Reader reader(Path file, Charset charset) throws IOException {
        return new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static List<Charset> candidates(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var start = in.readNBytes(3);
            int first = start.length > 0 ? start[0] & 0xff : 0;
            int second = start.length > 1 ? start[1] & 0xff : 0;
            if (first == 0xef && second == 0xbb) {
                return List.of(StandardCharsets.UTF_8);
            }
            if ((first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff)) {
                return List.of(StandardCharsets.UTF_16);
            }
            return List.of(StandardCharsets.UTF_8, GB18030);
        }
    }

    /** @return null where the file is not written in this charset */
    private static @Nullable TextNature read(Path file, Charset charset) throws IOException {
        char delimiter = 0;
        var quotes = new Quotes();
        long controls = 0;
        long total = 0;
        try (var text = reader(file, charset)) {
            var buffer = new char[65536];
            for (int read = fill(text, buffer); read > 0; read = fill(text, buffer)) {
                if (total == 0) {
                    refuseMarkup(buffer, read);
                    delimiter = delimiter(buffer, read);
                }
                total += read;
                for (int i = 0; i < read; i++) {
                    char c = buffer[i];
                    if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                        controls++;
                        if (c == 0) {
                            throw new TabularFileRefused(TabularFault.UNKNOWN_TYPE);
                        }
                    }
                    quotes.read(c, delimiter);
                }
            }
        } catch (CharacterCodingException e) {
            return null;
        }
        if (controls > 10 && controls > total / 100) {
            throw new TabularFileRefused(TabularFault.UNKNOWN_TYPE);
        }
        if (quotes.open()) {
            throw new TabularFileRefused(
                    TabularFault.BROKEN_ROW, Long.toString(quotes.openedInLine));
        }
        return new TextNature(charset, delimiter);
    }

    private static int fill(Reader text, char[] buffer) throws IOException {
        int filled = 0;
        while (filled < buffer.length) {
            int read = text.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        return filled;
    }

    private static void refuseMarkup(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c == '<' || c == '{' || c == '[') {
                throw new TabularFileRefused(TabularFault.UNKNOWN_TYPE);
            }
            if (!Character.isWhitespace(c) && c != '\ufeff') {
                return;
            }
        }
    }

    private static char delimiter(char[] text, int length) {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                if ((c == '\n' || c == '\r') && begun) {
                    break;
                }
                commas += c == ',' ? 1 : 0;
                semicolons += c == ';' ? 1 : 0;
                tabs += c == '\t' ? 1 : 0;
            }
            begun |= !Character.isWhitespace(c) && c != '\ufeff';
        }
        if (tabs > commas && tabs >= semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    /** Follows quoted cells, to notice one that never ends: it would swallow the rows after it. */
    private static final class Quotes {
        private boolean inside;
        private boolean closing;
        private boolean atStart = true;
        private long line = 1;
        private long openedInLine;

        void read(char c, char delimiter) {
            if (c == '\n') {
                line++;
            }
            if (inside) {
                if (c == '"') {
                    closing = !closing;
                    return;
                }
                if (!closing) {
                    return;
                }
                inside = false;
                closing = false;
            }
            if (c == '"' && atStart) {
                inside = true;
                openedInLine = line;
                atStart = false;
            } else {
                atStart = c == delimiter || c == '\n' || c == '\r' || c == '\ufeff';
            }
        }

        boolean open() {
            return inside && !closing;
        }
    }
}
