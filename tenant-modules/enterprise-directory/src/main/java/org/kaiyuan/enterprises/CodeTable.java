package org.kaiyuan.enterprises;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Two columns of a reference file of the product; the first line, after #, names the source. */
final class CodeTable {
    private CodeTable() {}

    record Line(String code, String name) {}

    static List<Line> read(String file) {
        var lines = new ArrayList<Line>();
        try (var in =
                        Objects.requireNonNull(
                                CodeTable.class.getResourceAsStream("/reference/" + file), file);
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                int comma = text.indexOf(',');
                if (comma > 0 && !text.startsWith("#")) {
                    lines.add(new Line(text.substring(0, comma), text.substring(comma + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return List.copyOf(lines);
    }
}
