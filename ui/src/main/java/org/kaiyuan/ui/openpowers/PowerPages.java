package org.kaiyuan.ui.openpowers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BasisState;
import org.kaiyuan.delegation.BoundaryShare;
import org.kaiyuan.delegation.Duty;
import org.kaiyuan.delegation.EntryDifference;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.LegalBasis;
import org.kaiyuan.delegation.ShownChange;
import org.kaiyuan.delegation.ShownEntry;
import org.kaiyuan.delegation.ShownList;
import org.kaiyuan.delegation.ShownPowers;
import org.kaiyuan.ui.kit.Shown;
import org.springframework.stereotype.Component;

/** One power: who decides since when, on what basis, with which duties, and what became of it. */
@Component
class PowerPages {
    private final ShownPowers powers;
    private final Visits visits;
    private final JsonLd jsonLd;

    PowerPages(ShownPowers powers, Visits visits, JsonLd jsonLd) {
        this.powers = powers;
        this.visits = visits;
        this.jsonLd = jsonLd;
    }

    /** A line of facts. */
    record Fact(String label, String text, boolean strong) {}

    /** What has to be done at a step, and who answers for it when it is not. */
    record DutyLine(String step, String responsibility, String accountability) {}

    /** @param state where it is not simply in force */
    record Basis(String title, @Nullable String article, @Nullable String state) {}

    /** @param detail what was said before and since */
    record Step(String at, String what, String href, List<String> detail, String kind) {}

    /** Of a boundary: what a party has to do, by its parts. */
    record Boundary(String party, List<String> parts) {}

    /** As it is today; null where the zone shows no such entry. */
    KeptPages.@Nullable Page now(Visit visit, EntryId id) {
        var entry = powers.entry(visit.zone(), id).orElse(null);
        if (entry == null) {
            return null;
        }
        var state = entry.upTo() == null ? visit.words().called(entry.on(visit.today())) : null;
        var model = model(visit, entry);
        var w = visit.words();
        model.put("state", state == null ? w.of("unlisted") : state);
        model.put("stateClass", state == null ? "EXPIRED" : entry.on(visit.today()).name());
        if (entry.note().particulars().duties().isEmpty()) {
            model.put("duties", duties(visit, powers.duties(visit.zone(), entry)));
        }
        model.put(
                "steps",
                powers.changes(visit.zone(), id).stream()
                        .map(one -> step(visit, entry, one))
                        .toList());
        model.put("permanent", visit.address().power(id, lastSaid(visit, entry)));
        model.put("canonical", visit.address().power(id));
        model.put("other", visit.address().other().power(id));
        model.put("jsonLd", jsonLd.power(visit, entry));
        return new KeptPages.Page("openpowers/power", model);
    }

    /** The newest version that says this. */
    private int lastSaid(Visit visit, ShownEntry entry) {
        return entry.upTo() != null
                ? entry.upTo() - 1
                : visits.inAll(visit.zone()).lists().stream()
                        .filter(list -> list.id().equals(entry.list()))
                        .mapToInt(ShownList::edition)
                        .findFirst()
                        .orElse(entry.from());
    }

    /** As a version of its list has it, for ever; null where that has no such entry. */
    KeptPages.@Nullable Page then(Visit visit, EntryId id, int edition) {
        var entry = powers.entry(visit.zone(), id, edition).orElse(null);
        if (entry == null) {
            return null;
        }
        var w = visit.words();
        var model = model(visit, entry);
        model.put("fixed", w.of("fixed.power", edition));
        model.put("current", visit.address().power(id));
        model.put("permanent", visit.address().power(id, edition));
        model.put("canonical", visit.address().power(id, edition));
        model.put("other", visit.address().other().power(id, edition));
        return new KeptPages.Page("openpowers/power", model);
    }

    private Map<String, Object> model(Visit visit, ShownEntry entry) {
        var w = visit.words();
        Map<String, Object> model = new HashMap<>();
        model.put("visit", visit);
        model.put("title", entry.matter().name());
        model.put("kind", w.called(entry.matter().kind()));
        model.put("facts", facts(visit, entry));
        model.put("bases", entry.matter().bases().stream().map(one -> basis(w, one)).toList());
        model.put("boundaries", boundaries(w, entry.note().particulars().shares()));
        model.put("duties", duties(visit, entry.note().particulars().duties()));
        model.put("list", visit.address().list(entry.list()));
        model.put("listName", w.called(entry.listKind()));
        model.put("home", visit.address().home());
        return model;
    }

    private static List<Fact> facts(Visit visit, ShownEntry entry) {
        var w = visit.words();
        var note = entry.note();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(w.field("receivingBody"), note.receivingBody(), true));
        facts.add(new Fact(w.of("since"), w.date(note.effectiveOn()), true));
        facts.add(new Fact(w.field("originalAuthority"), note.originalAuthority(), false));
        facts.add(
                new Fact(
                        w.field("mode"),
                        w.of(
                                "mode.told",
                                w.called(note.mode()),
                                w.of("mode." + note.mode().name())),
                        false));
        if (entry.ended() != null) {
            facts.add(
                    new Fact(
                            w.called(entry.ended().act()),
                            w.of("from.day", w.date(entry.ended().on())),
                            true));
        }
        add(
                facts,
                w.field("expiresOn"),
                note.expiresOn() == null ? null : w.date(note.expiresOn()));
        add(
                facts,
                w.field("subPark"),
                note.subPark() == null ? w.of("whole.zone") : note.subPark());
        add(facts, w.field("category"), note.category());
        add(
                facts,
                w.field("mostYuan"),
                note.scope().mostYuan() == null
                        ? null
                        : w.of("most", Shown.tenThousands(note.scope().mostYuan())));
        add(facts, w.field("conditions"), note.scope().conditions());
        add(facts, w.field("document"), document(w, note.document()));
        add(facts, w.field("letter"), note.letter().number());
        add(
                facts,
                w.field("batch"),
                note.particulars().batch() == null
                        ? null
                        : w.of("batch.number", note.particulars().batch()));
        add(facts, w.of("field"), entry.matter().field());
        add(facts, w.of("code"), entry.matter().code());
        add(facts, w.of("basicCode"), entry.matter().basicCode());
        add(facts, w.field("remarks"), note.remarks());
        return facts;
    }

    private static void add(List<Fact> facts, String label, @Nullable String text) {
        if (text != null) {
            facts.add(new Fact(label, text, false));
        }
    }

    /** Such as 德府发〔2026〕1号（2026-03-02，德阳市人民政府）. */
    static @Nullable String document(Words w, EntryNote.Paper paper) {
        if (paper.number() == null) {
            return null;
        }
        var more = new ArrayList<String>();
        if (paper.decidedOn() != null) {
            more.add(w.date(paper.decidedOn()));
        }
        if (paper.issuer() != null) {
            more.add(paper.issuer());
        }
        return more.isEmpty()
                ? paper.number()
                : w.of("bracketed", paper.number(), String.join(w.of("comma"), more));
    }

    private static Basis basis(Words w, LegalBasis basis) {
        return new Basis(
                basis.title(),
                basis.article(),
                basis.state() == BasisState.IN_FORCE
                        ? null
                        : basis.since() == null
                                ? w.called(basis.state())
                                : w.of(
                                        "from.state",
                                        w.date(basis.since()),
                                        w.called(basis.state())));
    }

    private static List<DutyLine> duties(Visit visit, List<Duty> duties) {
        return duties.stream()
                .map(one ->
                        new DutyLine(
                                visit.words().called(one.step()),
                                one.responsibility(),
                                one.accountability()))
                .toList();
    }

    private static List<Boundary> boundaries(Words w, List<BoundaryShare> shares) {
        var parts = new EnumMap<BoundaryShare.Party, List<String>>(BoundaryShare.Party.class);
        shares.stream()
                .sorted(
                        Comparator.comparing(BoundaryShare::party)
                                .thenComparing(BoundaryShare::part))
                .forEach(one ->
                        parts.computeIfAbsent(one.party(), party -> new ArrayList<>())
                                .add(
                                        one.unit() == null
                                                ? w.called(one.part())
                                                : w.of(
                                                        "bracketed",
                                                        w.called(one.part()),
                                                        one.unit())));
        return parts.entrySet().stream()
                .map(one -> new Boundary(w.called(one.getKey()), one.getValue()))
                .toList();
    }

    private static Step step(Visit visit, ShownEntry entry, ShownChange change) {
        var w = visit.words();
        var detail = new ArrayList<String>();
        change.fields().forEach(field -> detail.add(difference(w, field)));
        var end = change.entry();
        if (end != null && !end.id().equals(entry.id())) {
            detail.add(w.of("from.day", w.date(end.note().effectiveOn())));
            var paper = document(w, end.note().document());
            if (paper != null) {
                detail.add(paper);
            }
            if (end.note().remarks() != null) {
                detail.add(end.note().remarks());
            }
        }
        return new Step(
                w.day(change.publishedAt()),
                w.of("step." + change.kind().name(), change.edition()),
                visit.address().edition(end == null ? entry.list() : end.list(), change.edition()),
                detail,
                change.kind().name());
    }

    private static String difference(Words w, EntryDifference.Field field) {
        return switch (field.name()) {
            case "duties", "shares", "bases" -> w.of("step.rewritten", w.field(field.name()));
            default ->
                    w.of(
                            "step.field",
                            w.field(field.name()),
                            said(w, field.before()),
                            said(w, field.after()));
        };
    }

    private static String said(Words w, @Nullable Object value) {
        if (value == null) {
            return w.of("nothing.said");
        }
        return value instanceof Enum<?> constant ? w.called(constant) : value.toString();
    }
}
