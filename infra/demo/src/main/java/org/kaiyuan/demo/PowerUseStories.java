package org.kaiyuan.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.AnswerOutcome;
import org.kaiyuan.delegation.AnswerStep;
import org.kaiyuan.delegation.DecisionOutcome;
import org.kaiyuan.delegation.EntryAct;
import org.kaiyuan.delegation.EntryId;
import org.kaiyuan.delegation.EntryNote;
import org.kaiyuan.delegation.EvaluationVerdict;
import org.kaiyuan.delegation.MatterId;
import org.kaiyuan.delegation.PowerRequestDraft;
import org.kaiyuan.delegation.ReadinessItem;
import org.kaiyuan.delegation.RequestState;
import org.kaiyuan.platform.persistence.UuidV7;

/**
 * How a zone is said to have taken over and used its made-up powers: most are ready and used, a few are in force without being
 * ready, some nobody uses, and it has asked for more.
 */
final class PowerUseStories {
    /** @param done null for what is still open */
    record Ready(EntryId entry, LocalDate due, Map<ReadinessItem, @Nullable LocalDate> done) {
        int open() {
            return (int) done.values().stream().filter(day -> day == null).count();
        }
    }

    /** @param ofMonth a number of cases of a month */
    record Decided(
            EntryId entry,
            MatterId matter,
            String reference,
            boolean ofMonth,
            int cases,
            @Nullable String applicant,
            LocalDate accepted,
            @Nullable LocalDate due,
            @Nullable LocalDate decided,
            @Nullable DecisionOutcome outcome,
            boolean overturned) {
        LocalDate used() {
            return decided == null ? accepted : decided;
        }
    }

    /** With the figures of its year. */
    record Evaluated(
            EntryId entry,
            EntryNote note,
            PowerStories.DemoMatter matter,
            int year,
            EvaluationVerdict verdict,
            String said,
            int cases,
            @Nullable LocalDate lastUsed,
            int overturned) {}

    /** @param published null for one that only who writes it can see */
    record Answer(
            UUID id,
            AnswerStep step,
            AnswerOutcome outcome,
            String body,
            String said,
            String document,
            LocalDate on,
            @Nullable LocalDate granted,
            @Nullable LocalDate published) {}

    record Asked(
            UUID id,
            RequestState state,
            MatterId matter,
            PowerRequestDraft said,
            LocalDate begun,
            @Nullable LocalDate sent,
            List<Answer> answers) {}

    private static final List<String> APPLICANTS =
            List.of("东锻重型装备（示例）", "川能叶片制造（示例）", "汇智标准厂房运营（示例）", "清源环保科技（示例）");

    final List<Ready> readiness = new ArrayList<>();
    final List<Decided> decisions = new ArrayList<>();
    final List<Evaluated> evaluations = new ArrayList<>();
    final List<Asked> requests = new ArrayList<>();

    private final Map<MatterId, PowerStories.DemoMatter> matters;
    private final String city;
    private final LocalDate today;
    private final Draws draws;
    private int number;

    private PowerUseStories(
            Map<MatterId, PowerStories.DemoMatter> matters,
            String city,
            LocalDate today,
            Draws draws) {
        this.matters = matters;
        this.city = city;
        this.today = today;
        this.draws = draws;
    }

    static PowerUseStories of(PowerStories powers, String city, LocalDate today, Draws draws) {
        var matters = new HashMap<MatterId, PowerStories.DemoMatter>();
        powers.matters.forEach(one -> matters.put(one.id(), one));
        var stories = new PowerUseStories(matters, city, today, draws);
        powers.lists.stream()
                .filter(one -> one.kind.holdsPowers())
                .forEach(one -> stories.used(one.editions.getLast()));
        stories.asked(powers);
        return stories;
    }

    private void used(Map<EntryId, EntryNote> edition) {
        var ended =
                edition.values().stream()
                        .map(EntryNote::ends)
                        .filter(one -> one != null)
                        .collect(Collectors.toSet());
        int position = 0;
        for (var entry : edition.entrySet()) {
            var note = entry.getValue();
            if (note.act() == EntryAct.GRANT && !ended.contains(entry.getKey())) {
                ready(entry.getKey(), note, position);
                if (!note.effectiveOn().isAfter(today)
                        && position % 6 != 5) { // one of six nobody uses
                    decided(entry.getKey(), note, position);
                }
                evaluated(entry.getKey(), note);
                position++;
            }
        }
    }

    private void ready(EntryId entry, EntryNote note, int position) {
        boolean inForce = !note.effectiveOn().isAfter(today);
        int open = inForce ? position % 9 == 4 ? 2 : 0 : 1 + draws.below(5);
        var due = inForce && note.handoverOn() != null ? note.handoverOn() : note.effectiveOn();
        var done = new EnumMap<ReadinessItem, @Nullable LocalDate>(ReadinessItem.class);
        var items = ReadinessItem.values();
        for (int i = 0; i < items.length; i++) {
            var day = due.minusDays(2 + draws.below(20));
            done.put(items[i], i >= items.length - open ? null : day.isAfter(today) ? today : day);
        }
        readiness.add(new Ready(entry, due, done));
    }

    private void decided(EntryId entry, EntryNote note, int position) {
        int usual = 1 + draws.below(24);
        for (int back = 14; back >= 1; back--) {
            var month = YearMonth.from(today).minusMonths(back);
            if (month.atDay(1).isBefore(note.effectiveOn()) || draws.chance(0.15)) {
                continue;
            }
            ofMonth(entry, note, month, DecisionOutcome.GRANTED, 1 + draws.below(usual + 1));
            if (draws.chance(0.2)) {
                ofMonth(entry, note, month, DecisionOutcome.REFUSED, 1);
            }
        }
        if (position % 4 == 0) {
            single(entry, note, today.minusDays(12), today.plusDays(8), null, false);
        }
        if (position % 7 == 3) {
            single(entry, note, today.minusDays(40), today.minusDays(10), null, false);
        }
        if (position % 10 == 1) {
            single(
                    entry,
                    note,
                    today.minusDays(120),
                    today.minusDays(100),
                    today.minusDays(104),
                    position % 20 == 1);
        }
    }

    private void ofMonth(
            EntryId entry, EntryNote note, YearMonth month, DecisionOutcome outcome, int cases) {
        decisions.add(
                new Decided(
                        entry,
                        note.matter(),
                        month + " " + outcome + " " + entry,
                        true,
                        cases,
                        null,
                        month.atDay(1),
                        null,
                        month.atEndOfMonth(),
                        outcome,
                        false));
    }

    private void single(
            EntryId entry,
            EntryNote note,
            LocalDate accepted,
            LocalDate due,
            @Nullable LocalDate decided,
            boolean overturned) {
        if (accepted.isBefore(note.effectiveOn())) {
            return;
        }
        decisions.add(
                new Decided(
                        entry,
                        note.matter(),
                        "办〔%d〕%04d号".formatted(accepted.getYear(), ++number),
                        false,
                        1,
                        draws.oneOf(APPLICANTS),
                        accepted,
                        due,
                        decided,
                        decided == null ? null : DecisionOutcome.GRANTED,
                        overturned));
    }

    private void evaluated(EntryId entry, EntryNote note) {
        int year = today.getYear() - 1;
        if (note.effectiveOn().getYear() >= year) {
            return;
        }
        var own =
                decisions.stream()
                        .filter(one -> one.entry().equals(entry) && one.decided() != null)
                        .filter(one -> one.used().getYear() == year)
                        .toList();
        int cases = own.stream().mapToInt(Decided::cases).sum();
        var verdict = cases == 0 ? EvaluationVerdict.ADJUST : EvaluationVerdict.KEEP;
        evaluations.add(
                new Evaluated(
                        entry,
                        note,
                        Objects.requireNonNull(matters.get(note.matter())),
                        year,
                        verdict,
                        cases == 0 ? "全年没有办件，建议合并到同类事项一并受理。" : "运行平稳，予以保留。",
                        cases,
                        own.stream().map(Decided::used).max(LocalDate::compareTo).orElse(null),
                        (int) own.stream().filter(Decided::overturned).count()));
    }

    /** One that is being written, one that lies with the authorities, one that was granted, one that was not. */
    private void asked(PowerStories powers) {
        var held =
                powers.lists.stream()
                        .flatMap(one -> one.editions.getLast().values().stream())
                        .map(EntryNote::matter)
                        .collect(Collectors.toSet());
        var wanted =
                powers.matters.stream().filter(one -> !held.contains(one.id())).limit(4).toList();
        if (wanted.size() < 4) {
            return;
        }
        ask(wanted.get(0), RequestState.DRAFT, today.minusDays(3), 0, 0);
        ask(wanted.get(1), RequestState.SENT, today.minusDays(46), 1, 1);
        ask(wanted.get(2), RequestState.GRANTED, today.minusDays(150), 4, 0);
        ask(wanted.get(3), RequestState.REFUSED, today.minusDays(210), 3, 0);
    }

    /**
     * @param answered steps whose answers are published
     * @param written steps beyond those that are written and not published
     */
    private void ask(
            PowerStories.DemoMatter matter,
            RequestState state,
            LocalDate begun,
            int answered,
            int written) {
        int cases = 20 + draws.below(120);
        var said =
                new PowerRequestDraft(
                        matter.id(),
                        matter.code(),
                        matter.name(),
                        city + "市" + PowerStories.department(matter),
                        "区内企业办理“" + matter.name() + "”须往返市级部门，项目开工前平均多等 11 个工作日，企业反映集中。",
                        cases,
                        "近十二个月区内企业申请 " + cases + " 件，其中制造业项目占七成。",
                        "已有三名工作人员取得相应资格，窗口、印章和系统账号可在两周内到位。");
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < answered + written; i++) {
            answers.add(
                    answer(
                            AnswerStep.values()[i],
                            state == RequestState.REFUSED && i == answered - 1,
                            begun.plusDays(12 + i * 16L),
                            i < answered));
        }
        requests.add(
                new Asked(
                        UuidV7.next(),
                        state,
                        matter.id(),
                        said,
                        begun,
                        state == RequestState.DRAFT ? null : begun.plusDays(4),
                        answers));
    }

    private Answer answer(AnswerStep step, boolean refused, LocalDate on, boolean published) {
        var body =
                switch (step) {
                    case DEPARTMENT -> city + "市行业主管部门";
                    case STAFFING -> city + "市委编办";
                    case LEGALITY -> city + "市司法局";
                    case GOVERNMENT -> city + "市人民政府";
                };
        return new Answer(
                UuidV7.next(),
                step,
                refused ? AnswerOutcome.REFUSED : AnswerOutcome.AGREED,
                body,
                refused ? "设定依据限定由设区的市级部门实施，不宜下放；可改为在园区设受理窗口。" : "同意下放，请做好人员培训和业务衔接。",
                "%s函〔%d〕%d号".formatted(city, on.getYear(), 10 + draws.below(80)),
                on,
                step == AnswerStep.GOVERNMENT && !refused ? on.plusDays(30) : null,
                published ? on.plusDays(1) : null);
    }
}
