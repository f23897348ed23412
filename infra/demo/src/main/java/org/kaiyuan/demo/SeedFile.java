package org.kaiyuan.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A seed file below {@code demo/}: comments begin with {@code #}, then headings, then rows. */
final class SeedFile {
    private final String name;
    private final List<String> headings;
    private final List<List<String>> rows;

    private SeedFile(String name, List<String> headings, List<List<String>> rows) {
        this.name = name;
        this.headings = headings;
        this.rows = rows;
    }

    static SeedFile read(String name) {
        var stream =
                Objects.requireNonNull(
                        SeedFile.class.getResourceAsStream("/demo/" + name), "demo/" + name);
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var all =
                    lines.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(SeedFile::columns)
                            .toList();
            return new SeedFile(name, all.getFirst(), all.subList(1, all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> rows() {
        return rows.stream().map(Row::new).toList();
    }

    /** One row, asked by heading. */
    final class Row {
        private final List<String> values;

        Row(List<String> values) {
            this.values = values;
        }

        /** @return empty where the file says nothing */
        String get(String heading) {
            int at = headings.indexOf(heading);
            if (at < 0) {
                throw new IllegalArgumentException("demo/" + name + " has no column " + heading);
            }
            return at < values.size() ? values.get(at) : "";
        }

        List<String> list(String heading) {
            var value = get(heading);
            return value.isEmpty() ? List.of() : List.of(value.split("\\|"));
        }
    }

    /** Quoted values may hold commas and doubled quotes, no line breaks. */
    private static List<String> columns(String line) {
        var columns = new ArrayList<String>();
        var value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                value.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                columns.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        columns.add(value.toString());
        return List.copyOf(columns);
    }
}
