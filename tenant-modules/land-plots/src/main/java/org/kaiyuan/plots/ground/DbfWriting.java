package org.kaiyuan.plots.ground;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The attributes of a Shapefile: the columns that planners know, then all others as texts. */
final class DbfWriting {
    private static final int NAME_BYTES = 10;
    private static final int TEXT_BYTES = 254;
    private static final int COLUMNS = 255;
    private static final int AREA_WIDTH = 19;
    private static final Charset GBK = Charset.forName("GBK");
    private static final int GBK_DRIVER = 0x4d;

    private record Column(byte[] name, char type, int length, int decimals, List<byte[]> cells) {}

    private final List<GroundRecord> records;
    private final LocalDate producedOn;
    private final Charset charset;
    private final List<Column> columns = new ArrayList<>();
    private final HashSet<String> names = new HashSet<>();

    DbfWriting(List<GroundRecord> records, WritingOptions options) {
        this.records = records;
        var produced = options.producedOn();
        producedOn = produced == null ? LocalDate.of(2000, 1, 1) : produced;
        charset =
                options.charset().equals(WritingOptions.GB18030) && allGbk(records)
                        ? GBK
                        : options.charset();
        text("DKBH", GroundRecord::number);
        text("DKMC", GroundRecord::name);
        area();
        text("DLBM", GroundRecord::useCode);
        text("DLMC", GroundRecord::useName);
        var keys = new LinkedHashSet<String>();
        records.forEach(record -> keys.addAll(record.attributes().keySet()));
        for (var key : keys) {
            if (columns.size() < COLUMNS) {
                text(key, record -> record.attributes().getOrDefault(key, ""));
            }
        }
    }

    Charset charset() {
        return charset;
    }

    /** GBK is known to more programs than GB18030 is, so it is named if it is enough. */
    private static boolean allGbk(List<GroundRecord> records) {
        var gbk = GBK.newEncoder();
        return records.stream()
                .allMatch(r ->
                        gbk.canEncode(r.number() + r.name() + r.useCode() + r.useName())
                                && gbk.canEncode(r.attributes().toString()));
    }

    private void text(String name, Function<GroundRecord, String> value) {
        var cells = records.stream().map(record -> cut(value.apply(record), TEXT_BYTES)).toList();
        int length = cells.stream().mapToInt(cell -> cell.length).max().orElse(1);
        columns.add(new Column(name(name), 'C', Math.max(1, length), 0, cells));
    }

    private void area() {
        var cells =
                records.stream()
                        .map(record -> {
                            var area = record.declaredAreaM2();
                            var text =
                                    area == null ? "" : GroundWriter.decimal(area.doubleValue(), 2);
                            return " ".repeat(Math.max(0, AREA_WIDTH - text.length())) + text;
                        })
                        .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                        .toList();
        columns.add(new Column(name("AREA_M2"), 'N', AREA_WIDTH, 2, cells));
    }

    /** Cut to 10 bytes; what then is there already gets a number. */
    private byte[] name(String wanted) {
        var name = cut(wanted, NAME_BYTES);
        for (int i = 2; !names.add(key(name)); i++) {
            var number = Integer.toString(i);
            var shorter = cut(wanted, NAME_BYTES - number.length());
            name = (new String(shorter, charset) + number).getBytes(charset);
        }
        return name;
    }

    private String key(byte[] name) {
        return new String(name, charset).toUpperCase(Locale.ROOT);
    }

    /** Never within a character. */
    private byte[] cut(String text, int most) {
        var bytes = ByteBuffer.allocate(most);
        charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(text), bytes, true);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    byte[] bytes() {
        int headerLength = 32 + 32 * columns.size() + 1;
        int rowLength = 1 + columns.stream().mapToInt(Column::length).sum();
        var header = ByteBuffer.allocate(headerLength).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3);
        header.put((byte) (producedOn.getYear() - 1900));
        header.put((byte) producedOn.getMonthValue()).put((byte) producedOn.getDayOfMonth());
        header.putInt(records.size());
        header.putShort((short) headerLength).putShort((short) rowLength);
        header.put(29, (byte) (charset.equals(GBK) ? GBK_DRIVER : 0));
        header.position(32);
        for (var column : columns) {
            header.put(Arrays.copyOf(column.name(), 11)).put((byte) column.type());
            header.putInt(0);
            header.put((byte) column.length()).put((byte) column.decimals());
            header.put(new byte[14]);
        }
        header.put((byte) 0x0d);
        var out = new ByteArrayOutputStream();
        out.writeBytes(header.array());
        for (int row = 0; row < records.size(); row++) {
            out.write(' ');
            for (var column : columns) {
                var cell = column.cells().get(row);
                out.writeBytes(cell);
                for (int i = cell.length; i < column.length(); i++) {
                    out.write(' ');
                }
            }
        }
        out.write(0x1a);
        return out.toByteArray();
    }
}
