package org.kaiyuan.plots.ground;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of a Shapefile (dBASE III and later, without memo files): texts, numbers, dates and logical values. */
final class DbfTable {
    private static final int FIELD = 32;
    private static final int END = 0x0d;
    private static final int DELETED = '*';

    /** Language drivers of 936: that of dBASE and that of Visual FoxPro. */
    private static final List<Integer> CHINESE_DRIVERS = List.of(0x4d, 0x7a);

    private record Column(String name, char type, int start, int length) {}

    private final ByteBuffer file;
    private final int headerLength;
    private final int rowLength;
    private final int rows;
    private final List<Column> columns;
    private final Charset charset;

    private DbfTable(
            ByteBuffer file,
            int headerLength,
            int rowLength,
            int rows,
            List<Column> columns,
            Charset charset) {
        this.file = file;
        this.headerLength = headerLength;
        this.rowLength = rowLength;
        this.rows = rows;
        this.columns = columns;
        this.charset = charset;
    }

    static DbfTable of(byte[] content, byte @Nullable [] cpg) throws Unreadable.File {
        if (content.length < FIELD + 1) {
            throw new Unreadable.File("dbfBroken");
        }
        var file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        long rows = Integer.toUnsignedLong(file.getInt(4));
        int headerLength = Short.toUnsignedInt(file.getShort(8));
        int rowLength = Short.toUnsignedInt(file.getShort(10));
        if (headerLength <= FIELD
                || headerLength > content.length
                || rowLength < 1
                || headerLength + rows * rowLength > content.length) {
            throw new Unreadable.File("dbfBroken");
        }
        if (rows > GroundLimits.RECORDS) {
            throw new Unreadable.File("recordsMany", GroundLimits.RECORDS);
        }
        var charset = charset(content, headerLength, cpg);
        return new DbfTable(
                file,
                headerLength,
                rowLength,
                (int) rows,
                columns(content, headerLength, rowLength, charset),
                charset);
    }

    private static List<Column> columns(
            byte[] content, int headerLength, int rowLength, Charset charset)
            throws Unreadable.File {
        var columns = new ArrayList<Column>();
        int start = 1;
        for (int at = FIELD; at + FIELD <= headerLength && content[at] != END; at += FIELD) {
            int end = at;
            while (end < at + 11 && content[end] != 0) {
                end++;
            }
            int length = content[at + 16] & 0xff;
            if (start + length > rowLength || columns.size() == GroundLimits.ATTRIBUTES) {
                throw new Unreadable.File("dbfBroken");
            }
            var name = name(Arrays.copyOfRange(content, at, end), charset);
            columns.add(new Column(name, (char) content[at + 11], start, length));
            start += length;
        }
        return columns;
    }

    private static String name(byte[] bytes, Charset charset) {
        var name = FileText.strict(bytes, charset);
        name = name == null ? withoutCutEnd(bytes, charset) : name;
        return (name == null ? new String(bytes, charset) : name).strip();
    }

    /** The .cpg says it, else the language driver, else the texts themselves. */
    private static Charset charset(byte[] content, int headerLength, byte @Nullable [] cpg)
            throws Unreadable.File {
        if (cpg != null && !ShapefileReader.word(cpg).isEmpty()) {
            var named = named(ShapefileReader.word(cpg));
            if (named == null) {
                throw new Unreadable.File("cpgUnknown", ShapefileReader.word(cpg));
            }
            return named;
        }
        if (CHINESE_DRIVERS.contains(content[29] & 0xff)) {
            return FileText.GB18030;
        }
        var texts = Arrays.copyOfRange(content, headerLength, content.length);
        return FileText.strict(texts, StandardCharsets.UTF_8) == null
                ? FileText.GB18030
                : StandardCharsets.UTF_8;
    }

    private static @Nullable Charset named(String word) {
        var plain = word.toUpperCase(Locale.ROOT).replace(" ", "").replace("_", "-");
        return switch (plain) {
            case "UTF-8", "UTF8", "65001", "CP65001" -> StandardCharsets.UTF_8;
            case "936",
                    "CP936",
                    "GBK",
                    "GB2312",
                    "GB18030",
                    "54936",
                    "CP54936",
                    "OEM936",
                    "ANSI936",
                    "EUC-CN" ->
                    FileText.GB18030;
            default -> {
                try {
                    yield Charset.forName(
                            plain.matches("\\d{3,5}")
                                    ? "windows-" + plain
                                    : plain.replaceFirst("^8859-?(\\d+)$", "ISO-8859-$1"));
                } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                    yield null;
                }
            }
        };
    }

    int rows() {
        return rows;
    }

    Charset charset() {
        return charset;
    }

    boolean isDeleted(int row) {
        return file.get(headerLength + row * rowLength) == DELETED;
    }

    /** Only what is filled in. Columns of one name are told apart by their place. */
    Map<String, String> row(int row) throws Unreadable.Plot {
        var cells = new LinkedHashMap<String, String>();
        for (var column : columns) {
            var bytes = new byte[column.length()];
            file.get(headerLength + row * rowLength + column.start(), bytes);
            var value = value(column, bytes, row);
            if (!value.isEmpty()) {
                var name = column.name();
                for (int i = 2; cells.containsKey(name); i++) {
                    name = column.name() + i;
                }
                cells.put(name, value);
            }
        }
        return cells;
    }

    private String value(Column column, byte[] bytes, int row) throws Unreadable.Plot {
        return switch (column.type()) {
            case 'C' -> {
                var text = FileText.strict(trimmed(bytes), charset);
                if (text == null && trimmed(bytes).length > column.length() - 4) {
                    text = withoutCutEnd(trimmed(bytes), charset);
                }
                if (text == null) {
                    throw new Unreadable.Plot(
                            row + 1, "#" + (row + 1), "dbfText", column.name(), charset.name());
                }
                yield text.strip();
            }
            case 'N', 'F' -> {
                var text = ascii(bytes);
                // other programs fill up with zeros
                yield text.startsWith("*")
                        ? ""
                        : text.matches("[+-]?\\d*\\.\\d*")
                                ? text.replaceFirst("\\.?0*$", "")
                                : text;
            }
            case 'D' -> {
                var text = ascii(bytes);
                yield text.matches("\\d{8}") && !text.equals("00000000")
                        ? text.substring(0, 4)
                                + "-"
                                + text.substring(4, 6)
                                + "-"
                                + text.substring(6)
                        : "";
            }
            case 'L' ->
                    switch (ascii(bytes)) {
                        case "T", "t", "Y", "y" -> "true";
                        case "F", "f", "N", "n" -> "false";
                        default -> "";
                    };
            default -> "";
        };
    }

    /** Many programs cut a long text within a character: then the last one is left out. */
    private static @Nullable String withoutCutEnd(byte[] bytes, Charset charset) {
        for (int cut = 1; cut <= 3 && cut < bytes.length; cut++) {
            var text = FileText.strict(Arrays.copyOf(bytes, bytes.length - cut), charset);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static byte[] trimmed(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    }
}
