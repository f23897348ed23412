package org.kaiyuan.ui.openpowers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.LegalBasis;
import org.kaiyuan.delegation.ShownEdition;
import org.kaiyuan.delegation.ShownEntry;
import org.kaiyuan.delegation.ShownPowers;
import org.kaiyuan.platform.transfer.TabularFormat;
import org.kaiyuan.platform.transfer.TabularWriter;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.openpages.Look;
import org.kaiyuan.ui.openpages.Templates;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version of a list in the form in which lists are published: 序号, 事项名称, 事项类型, 原行使部门, 承接主体, 行使方式, 设定依据, 生效日期,
 * 备注; files for machines have more columns behind. Read in pages and written as it is read, however long it is.
 */
@Component
class OfficialTable {
    private static final int AT_ONCE = ShownPowers.MOST;
    private static final int LONGEST_SHEET = 31;

    private final ShownPowers powers;
    private final Templates templates;
    private final Look look;
    private final JsonMapper json = JsonMapper.builder().build();

    OfficialTable(ShownPowers powers, Templates templates, Look look) {
        this.powers = powers;
        this.templates = templates;
        this.look = look;
    }

    /** A line as it is printed. */
    record Line(
            int number,
            String name,
            String kind,
            String authority,
            String body,
            String mode,
            List<String> bases,
            String effective,
            String remarks) {}

    void write(Visit visit, ShownEdition edition, FileKind kind, OutputStream out)
            throws IOException {
        switch (kind) {
            case CSV -> table(visit, edition, TabularFormat.CSV, out);
            case XLSX -> table(visit, edition, TabularFormat.XLSX, out);
            case JSON -> json(visit, edition, out);
            case PRINT -> print(visit, edition, out);
        }
    }

    private void table(Visit visit, ShownEdition edition, TabularFormat format, OutputStream out) {
        var w = visit.words();
        var headings =
                Stream.of(
                                "number",
                                "matter",
                                "kind",
                                "originalAuthority",
                                "receivingBody",
                                "mode",
                                "bases",
                                "effectiveOn",
                                "remarks",
                                "code",
                                "basicCode",
                                "field",
                                "act",
                                "subPark",
                                "category",
                                "mostYuan",
                                "conditions",
                                "expiresOn",
                                "document",
                                "decidedOn",
                                "issuer",
                                "letter",
                                "batch",
                                "id")
                        .map(name -> w.of("column." + name))
                        .toList();
        var sheet = edition.title().replaceAll("[\\\\/*?:\\[\\]]", " ");
        try (var table =
                TabularWriter.to(
                        out,
                        format,
                        sheet.substring(0, Math.min(LONGEST_SHEET, sheet.length())),
                        headings)) {
            int number = 0;
            for (var rows = entries(visit, edition); rows.hasNext(); ) {
                table.row(cells(w, ++number, rows.next()));
            }
        }
    }

    private static List<@Nullable Object> cells(Words w, int number, ShownEntry entry) {
        var note = entry.note();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(number);
        cells.add(entry.matter().name());
        cells.add(w.called(entry.matter().kind()));
        cells.add(note.originalAuthority());
        cells.add(note.receivingBody());
        cells.add(w.called(note.mode()));
        cells.add(String.join(w.of("semicolon"), bases(entry)));
        cells.add(note.effectiveOn());
        cells.add(remarks(w, entry));
        cells.add(entry.matter().code());
        cells.add(entry.matter().basicCode());
        cells.add(entry.matter().field());
        cells.add(w.called(note.act()));
        cells.add(note.subPark());
        cells.add(note.category());
        cells.add(note.scope().mostYuan());
        cells.add(note.scope().conditions());
        cells.add(note.expiresOn());
        cells.add(note.document().number());
        cells.add(note.document().decidedOn());
        cells.add(note.document().issuer());
        cells.add(note.letter().number());
        cells.add(note.particulars().batch());
        cells.add(entry.id().toString());
        return cells;
    }

    private void print(Visit visit, ShownEdition edition, OutputStream out) throws IOException {
        var w = visit.words();
        var rows = entries(visit, edition);
        var number = new int[1];
        Iterable<Line> lines =
                () ->
                        new Iterator<>() {
                            @Override
                            public boolean hasNext() {
                                return rows.hasNext();
                            }

                            @Override
                            public Line next() {
                                return line(w, ++number[0], rows.next());
                            }
                        };
        Map<String, Object> model = new HashMap<>();
        model.put("visit", visit);
        model.put("look", look);
        model.put("title", edition.title());
        model.put("kind", w.called(edition.kind()));
        model.put("version", w.of("version.number", edition.number()));
        model.put("published", w.day(edition.publishedAt()));
        model.put("entries", w.of("count", edition.entries()));
        if (edition.note() != null) {
            model.put("note", edition.note());
        }
        model.put("permanent", visit.address().edition(edition.list(), edition.number()));
        model.put("lines", lines);
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        templates.write("openpowers/print", w, model, writer);
        writer.flush();
    }

    private static Line line(Words w, int number, ShownEntry entry) {
        var note = entry.note();
        return new Line(
                number,
                entry.matter().name(),
                w.called(entry.matter().kind()),
                note.originalAuthority(),
                note.receivingBody(),
                w.called(note.mode()),
                bases(entry),
                w.date(note.effectiveOn()),
                remarks(w, entry));
    }

    private static List<String> bases(ShownEntry entry) {
        return entry.matter().bases().stream().map(OfficialTable::basis).toList();
    }

    private static String basis(LegalBasis basis) {
        var title =
                basis.title().startsWith("《") || basis.title().isEmpty()
                        ? basis.title()
                        : "《" + basis.title() + "》";
        return basis.article() == null ? title : title + basis.article();
    }

    /** What the table has no column for, so that nothing that matters is left out of the printed one. */
    private static String remarks(Words w, ShownEntry entry) {
        var note = entry.note();
        return Stream.of(
                        note.act() == EntryAct.GRANT ? null : w.called(note.act()),
                        note.subPark(),
                        note.category(),
                        note.scope().mostYuan() == null
                                ? null
                                : w.of("most", Shown.tenThousands(note.scope().mostYuan())),
                        note.scope().conditions(),
                        note.expiresOn() == null
                                ? null
                                : w.of("until.day", w.date(note.expiresOn())),
                        note.remarks())
                .filter(text -> text != null)
                .collect(Collectors.joining(w.of("semicolon")));
    }

    private void json(Visit visit, ShownEdition edition, OutputStream out) {
        try (JsonGenerator to = json.createGenerator(out)) {
            to.writeStartObject();
            to.writeStringProperty("zone", visit.zone().code());
            to.writeStringProperty("zoneName", visit.zone().name());
            to.writeStringProperty("list", edition.list().toString());
            to.writeStringProperty("kind", edition.kind().name());
            to.writeStringProperty("title", edition.title());
            to.writeNumberProperty("version", edition.number());
            to.writeStringProperty("publishedAt", edition.publishedAt().toString());
            to.writeNumberProperty("count", edition.entries());
            if (edition.note() != null) {
                to.writeStringProperty("note", edition.note());
            }
            to.writeName("batches");
            to.writePOJO(edition.batches());
            to.writeArrayPropertyStart("entries");
            for (var rows = entries(visit, edition); rows.hasNext(); ) {
                to.writePOJO(PublicEntry.of(rows.next()));
            }
            to.writeEndArray();
            to.writeEndObject();
        }
    }

    /** Page by page, so that no connection is held while the file is written. */
    private Iterator<ShownEntry> entries(Visit visit, ShownEdition edition) {
        return new Iterator<>() {
            private List<ShownEntry> page = read(null);
            private int at;

            @Override
            public boolean hasNext() {
                if (at == page.size() && page.size() == AT_ONCE) {
                    page = read(page.getLast().id());
                    at = 0;
                }
                return at < page.size();
            }

            @Override
            public ShownEntry next() {
                if (!hasNext()) {
                    throw new java.util.NoSuchElementException();
                }
                return page.get(at++);
            }

            private List<ShownEntry> read(@Nullable EntryId after) {
                return powers.entries(
                        visit.zone(), edition.list(), edition.number(), after, AT_ONCE);
            }
        };
    }
}
