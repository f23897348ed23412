package org.kaiyuan.ui.openservices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.FigureLine;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.OpenService;
import org.kaiyuan.services.OpenServiceRow;
import org.kaiyuan.services.OpenServices;
import org.kaiyuan.services.PublicRecord;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.UnknownService;
import org.kaiyuan.ui.openpages.PageWords;
import org.springframework.stereotype.Component;

/** What can be asked for, one guide, and the park's record. */
@Component
class GuidePages {
    private static final int A_PAGE = 30;
    private static final int LONGEST = 100;

    private final OpenServices services;
    private final PublicRecord record;

    GuidePages(OpenServices services, PublicRecord record) {
        this.services = services;
        this.record = record;
    }

    /**
     * A line of the list.
     *
     * @param here whether the park itself decides, in words; null for what nobody has to decide
     */
    record Line(
            String href,
            List<Piece> title,
            @Nullable String said,
            List<String> topics,
            @Nullable String here,
            boolean byPark,
            String days,
            String kind) {}

    /** Words of a title; those that were asked for are marked. */
    record Piece(String text, boolean marked) {}

    /** A topic, and how many services it has. */
    record Topic(String href, String label, int count, boolean chosen) {}

    /** A fact of a guide. */
    record Fact(String label, String text, boolean strong) {}

    /** A paper. */
    record Paper(
            String name,
            String form,
            List<String> marks,
            @Nullable String remark,
            List<Download> samples) {}

    /** A file. */
    record Download(String href, String name) {}

    /** Figures of one line. */
    record Figures(
            String name, int received, int decided, String onTime, String rating, boolean small) {}

    ServicesPages.Page list(
            ServicesVisit visit,
            @Nullable String asked,
            @Nullable String topic,
            @Nullable String cursor) {
        var words =
                asked == null || asked.isBlank()
                        ? null
                        : asked.strip().substring(0, Math.min(asked.strip().length(), LONGEST));
        var found = services.find(words, topic, cursor, A_PAGE);
        var w = visit.words();
        Map<String, Object> model = new HashMap<>();
        model.put("title", w.of("title"));
        model.put("typed", words == null ? "" : words);
        model.put("topic", topic == null ? "" : topic);
        model.put("rows", found.items().stream().map(row -> line(visit, row)).toList());
        model.put(
                "topics",
                found.topics().entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .map(one -> {
                            boolean chosen = one.getKey().equals(topic);
                            return new Topic(
                                    visit.address()
                                            .found(words, chosen ? null : one.getKey(), null),
                                    one.getKey(),
                                    one.getValue(),
                                    chosen);
                        })
                        .toList());
        if (found.next() != null) {
            model.put("next", visit.address().found(words, topic, found.next()));
        }
        model.put("all", visit.address().home());
        model.put("other", visit.address().other().found(words, topic, null));
        model.put("canonical", visit.address().found(words, topic, null));
        return new ServicesPages.Page("openservices/services", model);
    }

    ServicesPages.@Nullable Page guide(ServicesVisit visit, ServiceId id) {
        OpenService service;
        try {
            service = services.of(id);
        } catch (UnknownService none) {
            return null;
        }
        var w = visit.words();
        var note = service.note();
        var english = note.english();
        boolean said = w.isEnglish() && english != null;
        var guide = english != null && w.isEnglish() ? english : note.guide();
        Map<String, Object> model = new HashMap<>();
        model.put("title", guide.title());
        model.put("lang", said ? "en" : "zh-CN");
        model.put("onlyChinese", w.isEnglish() && english == null);
        model.put("kind", w.called(note.kind()));
        model.put("here", here(w, service.here()));
        model.put("isHere", Boolean.TRUE.equals(service.here()));
        model.put("why", service.why() == null ? null : w.called(service.why()));
        model.put("facts", facts(w, service, guide));
        model.put("texts", texts(w, guide));
        model.put(
                "papers",
                note.materials().stream().map(one -> paper(visit, service, one)).toList());
        model.put(
                "grounds",
                note.grounds().stream()
                        .map(one ->
                                one.article() == null
                                        ? one.title()
                                        : one.title() + " " + one.article())
                        .toList());
        model.put("parts", service.parts().stream().map(row -> line(visit, row)).toList());
        model.put("canonical", visit.address().service(id));
        model.put("other", visit.address().other().service(id));
        return new ServicesPages.Page("openservices/service", model);
    }

    ServicesPages.@Nullable Page record(ServicesVisit visit) {
        var shown = record.shown();
        var total = shown.total();
        if (!shown.on() || total == null) {
            return null;
        }
        var w = visit.words();
        Map<String, Object> model = new HashMap<>();
        model.put("title", w.of("record"));
        model.put("total", figures(w, total));
        model.put("services", shown.services().stream().map(one -> figures(w, one)).toList());
        model.put("months", shown.months().stream().map(one -> figures(w, one)).toList());
        model.put("canonical", visit.address().record());
        model.put("other", visit.address().other().record());
        return new ServicesPages.Page("openservices/record", model);
    }

    private static Figures figures(PageWords w, FigureLine line) {
        var rating = line.averageRating();
        return new Figures(
                line.name().isEmpty() ? line.key() : line.name(),
                line.received(),
                line.decided(),
                line.decided() == 0
                        ? w.of("none.yet")
                        : Math.round(line.onTime() * 1000.0 / line.decided()) / 10.0 + "%",
                rating == null ? w.of("none.yet") : rating.toPlainString(),
                line.small());
    }

    private static List<Fact> facts(PageWords w, OpenService service, GuideText guide) {
        var note = service.note();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(w.of("promised"), days(w, note.kind(), note.promisedDays()), true));
        var statutory = note.statutoryDays();
        if (statutory != null) {
            facts.add(new Fact(w.of("statutory"), w.of("days", statutory), false));
        }
        add(facts, w.of("body"), service.body());
        add(facts, w.of("audience"), guide.audience());
        facts.add(
                new Fact(
                        w.of("fees"),
                        guide.fees() == null ? w.of("fees.none") : guide.fees(),
                        false));
        add(facts, w.of("result"), guide.result());
        facts.add(new Fact(w.of("visits"), w.of("visits.times", note.visits()), false));
        add(facts, w.of("window"), note.window());
        add(facts, w.of("contact"), guide.contact());
        facts.add(new Fact(w.of("code"), service.code(), false));
        return facts;
    }

    private static List<Fact> texts(PageWords w, GuideText guide) {
        var texts = new ArrayList<Fact>();
        add(texts, w.of("conditions"), guide.conditions());
        add(texts, w.of("process"), guide.process());
        return texts;
    }

    private static void add(List<Fact> facts, String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            facts.add(new Fact(label, text, false));
        }
    }

    private static Paper paper(ServicesVisit visit, OpenService service, Material one) {
        var w = visit.words();
        var form = new ArrayList<String>();
        if (one.originals() > 0) {
            form.add(w.of("originals", one.originals()));
        }
        if (one.copies() > 0) {
            form.add(w.of("copies", one.copies()));
        }
        var marks = new ArrayList<String>();
        marks.add(w.of(one.held() ? "held" : one.required() ? "required" : "optional"));
        if (one.deferrable()) {
            marks.add(w.of("deferrable"));
        }
        if (!one.when().isEmpty()) {
            marks.add(w.of("conditional"));
        }
        var english = one.nameEn();
        return new Paper(
                w.isEnglish() && english != null ? english : one.name(),
                String.join(w.of("comma"), form),
                marks,
                one.remark(),
                one.samples().stream()
                        .map(it ->
                                new Download(
                                        visit.address().sample(service.id(), it.file().value()),
                                        it.name()))
                        .toList());
    }

    private static Line line(ServicesVisit visit, OpenServiceRow row) {
        var w = visit.words();
        var english = row.titleEn();
        return new Line(
                visit.address().service(row.id()),
                w.isEnglish() && english != null
                        ? List.of(new Piece(english, false))
                        : pieces(row.marked()),
                row.said() == null ? null : row.said().replaceAll("[\uE000\uE001]", ""),
                row.topics(),
                here(w, row.here()),
                Boolean.TRUE.equals(row.here()),
                days(w, row.kind(), row.promisedDays()),
                w.called(row.kind()));
    }

    private static @Nullable String here(PageWords w, @Nullable Boolean here) {
        return here == null ? null : w.of(here ? "here" : "upper");
    }

    private static String days(PageWords w, ServiceKind kind, int days) {
        return kind == ServiceKind.ON_THE_SPOT ? w.of("at.once") : w.of("days", days);
    }

    /** Of a title with U+E000 and U+E001 around what was found. */
    private static List<Piece> pieces(String marked) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < marked.length()) {
            int from = marked.indexOf('\uE000', at);
            if (from < 0) {
                pieces.add(new Piece(marked.substring(at), false));
                break;
            }
            int to = marked.indexOf('\uE001', from);
            if (to < 0) {
                to = marked.length();
            }
            if (from > at) {
                pieces.add(new Piece(marked.substring(at, from), false));
            }
            pieces.add(new Piece(marked.substring(from + 1, to), true));
            at = to + 1;
        }
        return pieces;
    }
}
