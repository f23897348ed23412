package org.kaiyuan.delegation.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BoundaryShare;
import org.kaiyuan.delegation.DelegationMode;
import org.kaiyuan.delegation.Duty;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.ListImportDefaults;
import org.kaiyuan.delegation.ListImportField;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.delegation.PowerListKind;

/**
 * Reads a row of a list as decrees are written. What a cell says in words that are not ours is kept as a remark: nothing of
 * the file is lost, and nothing is guessed that it does not say.
 */
public final class RowReading {
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-年./]\\s*(\\d{1,2})(?:\\s*[-月./]\\s*(\\d{1,2}))?");
    private static final Pattern IN_FORCE_FROM =
            Pattern.compile(
                    "(\\d{4}\\s*[-年./]\\s*\\d{1,2}\\s*[-月./]\\s*\\d{1,2})\\s*日?\\s*(?:起)?\\s*(?:施行|生效|实施)");

    private final Map<ListImportField, String> cells = new EnumMap<>(ListImportField.class);
    private final ListImportDefaults defaults;
    private final PowerListKind kind;
    private final LocalDate today;
    private final List<String> remarks = new ArrayList<>();

    private RowReading(PowerListKind kind, ListImportDefaults defaults, LocalDate today) {
        this.kind = kind;
        this.defaults = defaults;
        this.today = today;
    }

    /**
     * A row as it is understood.
     *
     * @param matter as the file names it
     * @param said what the entry would say, but for its matter; null where the row is at fault
     * @param faultKey why it cannot be taken, a message key; null where it can
     */
    public record Row(
            MatterDraft matter,
            @Nullable Said said,
            @Nullable String faultKey,
            List<String> faultValues) {}

    /** What an entry would say, before it is known which matter it is about. */
    public record Said(
            EntryAct act,
            String originalAuthority,
            String receivingBody,
            DelegationMode mode,
            EntryNote.Scope scope,
            EntryNote.Days days,
            EntryNote.Paper document,
            @Nullable String documentTitle,
            EntryNote.Paper letter,
            EntryNote.Particulars particulars,
            @Nullable String remarks) {}

    /** A cell that cannot be read. */
    private static final class Unreadable extends RuntimeException {
        private final String key;
        private final List<String> values;

        Unreadable(String key, String... values) {
            super(key, null, false, false);
            this.key = key;
            this.values = List.of(values);
        }
    }

    /**
     * @param columns what each column holds; null for one that is not taken
     * @param today the day of the import, in the zone's calendar
     */
    public static Row read(
            PowerListKind kind,
            List<@Nullable ListImportField> columns,
            List<String> cells,
            ListImportDefaults defaults,
            LocalDate today) {
        var reading = new RowReading(kind, defaults, today);
        for (int i = 0; i < columns.size() && i < cells.size(); i++) {
            var column = columns.get(i);
            if (column != null && !cells.get(i).isBlank()) {
                reading.cells.put(column, cells.get(i).strip());
            }
        }
        return reading.row();
    }

    private Row row() {
        var matter = matter();
        if (matter.name().isEmpty()) {
            return new Row(matter, null, "delegation.import.fault.noName", List.of());
        }
        try {
            return new Row(matter, said(), null, List.of());
        } catch (Unreadable unreadable) {
            return new Row(matter, null, unreadable.key, unreadable.values);
        }
    }

    private MatterDraft matter() {
        return new MatterDraft(
                cell(ListImportField.CODE),
                cell(ListImportField.BASIC_CODE),
                String.valueOf(cells.getOrDefault(ListImportField.NAME, "")),
                kindOf(cell(ListImportField.KIND)),
                cell(ListImportField.FIELD),
                WrittenBases.of(cell(ListImportField.BASIS)));
    }

    private MatterKind kindOf(@Nullable String text) {
        if (text == null) {
            return kind == PowerListKind.SERVICES ? MatterKind.SERVICE : MatterKind.UNSORTED;
        }
        var bare = text.startsWith("行政") ? text.substring(2) : text;
        var known = ListWords.KINDS.get(bare);
        if (known != null) {
            return known;
        }
        remark(ListImportField.KIND, text);
        return MatterKind.UNSORTED;
    }

    private Said said() {
        var document = cell(ListImportField.DOCUMENT);
        var written = document == null ? defaults.document() : document;
        var decided = day(ListImportField.DECIDED_ON);
        if (decided == null && document != null) {
            decided = dayIn(document);
        }
        if (decided == null) {
            decided = defaults.decidedOn();
        }
        var mode = mode(cell(ListImportField.MODE));
        var authority = cell(ListImportField.ORIGINAL_AUTHORITY);
        var body = cell(ListImportField.RECEIVING_BODY);
        authority = authority == null ? defaults.originalAuthority() : authority;
        body = body == null ? defaults.receivingBody() : body;
        if (authority == null && body == null) {
            throw new Unreadable("delegation.import.fault.noBody");
        }
        var handover = day(ListImportField.HANDOVER_ON);
        var expires = day(ListImportField.EXPIRES_ON);
        var effective = effective(document, decided, mode);
        if (expires != null && expires.isBefore(effective)) {
            throw new Unreadable(
                    "delegation.import.fault.expires", expires.toString(), effective.toString());
        }
        var issuer = cell(ListImportField.ISSUER);
        var letter = cell(ListImportField.LETTER);
        var mainItem = cell(ListImportField.MAIN_ITEM);
        if (mainItem != null && !mainItem.equals("未分类")) {
            remark(ListImportField.MAIN_ITEM, mainItem);
        }
        return new Said(
                act(),
                authority == null ? Objects.requireNonNull(body) : authority,
                body == null ? Objects.requireNonNull(authority) : body,
                mode,
                new EntryNote.Scope(
                        cell(ListImportField.SUB_PARK),
                        cell(ListImportField.CATEGORY),
                        amount(),
                        cell(ListImportField.CONDITIONS)),
                new EntryNote.Days(effective, handover, expires),
                written == null
                        ? EntryNote.Paper.NONE
                        : new EntryNote.Paper(
                                null,
                                WrittenPapers.number(written),
                                decided,
                                issuer == null ? WrittenPapers.issuer(written) : issuer),
                written,
                letter == null
                        ? EntryNote.Paper.NONE
                        : new EntryNote.Paper(null, letter, null, null),
                particulars(),
                remarks());
    }

    private EntryAct act() {
        var text = cell(ListImportField.ACT);
        if (text == null) {
            return EntryAct.GRANT;
        }
        return text.contains("收回")
                ? EntryAct.RECALL
                : text.contains("到期") ? EntryAct.EXPIRY : EntryAct.GRANT;
    }

    private LocalDate effective(
            @Nullable String document, @Nullable LocalDate decided, DelegationMode mode) {
        var said = day(ListImportField.EFFECTIVE_ON);
        if (said != null) {
            return said;
        }
        if (document != null) {
            var from = IN_FORCE_FROM.matcher(document);
            if (from.find()) {
                var day = dayIn(from.group(1));
                if (day != null) {
                    return day;
                }
            }
        }
        if (defaults.effectiveOn() != null) {
            return defaults.effectiveOn();
        }
        if (decided == null) {
            return today;
        }
        return mode == DelegationMode.DIRECT ? decided.plusDays(30) : decided;
    }

    private DelegationMode mode(@Nullable String text) {
        var usual =
                defaults.mode() != null
                        ? defaults.mode()
                        : kind == PowerListKind.ENTRUSTMENT
                                ? DelegationMode.ENTRUSTED
                                : DelegationMode.DIRECT;
        if (text == null) {
            return usual;
        }
        var known = ListWords.MODES.get(text);
        if (known != null) {
            return known;
        }
        remark(ListImportField.MODE, text);
        return ListWords.MODES.entrySet().stream()
                .filter(one -> one.getKey().length() >= 2 && text.contains(one.getKey()))
                .max(Comparator.comparingInt(one -> one.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(usual);
    }

    private EntryNote.Particulars particulars() {
        var area = cell(ListImportField.AREA);
        var known = area == null ? null : ListWords.AREAS.get(area);
        if (area != null && known == null) {
            remark(ListImportField.AREA, area);
        }
        return new EntryNote.Particulars(
                known,
                batch(),
                kind == PowerListKind.DUTIES ? duties() : List.of(),
                kind == PowerListKind.BOUNDARIES ? shares() : List.of());
    }

    private @Nullable Integer batch() {
        var text = cell(ListImportField.BATCH);
        if (text == null || WrittenFigures.saysNothing(text)) {
            return null;
        }
        return WrittenFigures.batch(text)
                .orElseThrow(() -> new Unreadable("delegation.import.fault.batch", text));
    }

    private List<Duty> duties() {
        var text = cell(ListImportField.DUTIES);
        if (text == null) {
            return List.of();
        }
        var duties =
                WrittenDuties.of(
                        text,
                        String.valueOf(cells.getOrDefault(ListImportField.ACCOUNTABILITY, "")));
        if (duties.isEmpty()) {
            remark(ListImportField.DUTIES, text);
        }
        return duties;
    }

    private List<BoundaryShare> shares() {
        var shares = new ArrayList<BoundaryShare>();
        share(shares, ListImportField.COMMITTEE, BoundaryShare.Party.COMMITTEE);
        share(shares, ListImportField.LOCAL_GOVERNMENT, BoundaryShare.Party.LOCAL_GOVERNMENT);
        share(shares, ListImportField.OPERATING_COMPANY, BoundaryShare.Party.OPERATING_COMPANY);
        return shares;
    }

    private void share(
            List<BoundaryShare> shares, ListImportField column, BoundaryShare.Party party) {
        var text = cell(column);
        if (text == null) {
            return;
        }
        int before = shares.size();
        if (text.contains("决定") || text.contains("主责") || text.contains("审批")) {
            shares.add(new BoundaryShare(party, BoundaryShare.Part.DECIDES, null));
        }
        if (text.contains("执行") || text.contains("实施") || text.contains("承办")) {
            shares.add(new BoundaryShare(party, BoundaryShare.Part.CARRIES_OUT, null));
        }
        if (text.contains("会商") || text.contains("配合") || text.contains("协商")) {
            shares.add(new BoundaryShare(party, BoundaryShare.Part.CONSULTED, null));
        }
        if (text.contains("知会") || text.contains("告知") || text.contains("抄送")) {
            shares.add(new BoundaryShare(party, BoundaryShare.Part.INFORMED, null));
        }
        if (shares.size() == before) {
            remark(column, text);
        }
    }

    private @Nullable BigDecimal amount() {
        var text = cell(ListImportField.MOST_YUAN);
        if (text == null || WrittenFigures.saysNothing(text)) {
            return null;
        }
        return WrittenFigures.amount(text)
                .orElseThrow(() -> new Unreadable("delegation.import.fault.amount", text));
    }

    private @Nullable LocalDate day(ListImportField column) {
        var text = cell(column);
        if (text == null || WrittenFigures.saysNothing(text)) {
            return null;
        }
        var day =
                dayIn(
                        text.matches("\\d{8}")
                                ? text.replaceAll("(....)(..)(..)", "$1-$2-$3")
                                : text);
        if (day == null) {
            throw new Unreadable("delegation.import.fault.day", text);
        }
        return day;
    }

    /** The first day that a text names; of a month its first; null where it names none that there is. */
    static @Nullable LocalDate dayIn(String text) {
        var found = DAY.matcher(text);
        while (found.find()) {
            try {
                return LocalDate.of(
                        Integer.parseInt(found.group(1)),
                        Integer.parseInt(found.group(2)),
                        found.group(3) == null ? 1 : Integer.parseInt(found.group(3)));
            } catch (DateTimeException notADay) {
                // 2021-57 is a count of matters, not a month
            }
        }
        return null;
    }

    private void remark(ListImportField column, String text) {
        remarks.add(
                switch (column) {
                    case KIND -> "原文类型：" + text;
                    case MODE -> "原文方式：" + text;
                    case MAIN_ITEM -> "主项：" + text;
                    default -> text;
                });
    }

    private @Nullable String remarks() {
        var own = cell(ListImportField.REMARKS);
        if (own != null) {
            remarks.addFirst(own);
        }
        return remarks.isEmpty() ? null : String.join("；", remarks);
    }

    private @Nullable String cell(ListImportField column) {
        return cells.get(column);
    }
}
