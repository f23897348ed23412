package org.kaiyuan.leads;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;

/**
 * What a zone has decided for its leads. The times are those of one published rule (../docs/decisions/0024)
 * and count working days; each zone may change them.
 *
 * @param answerDays until the investor is answered for the first time
 * @param triageDays until it is decided whether a lead is pursued
 * @param majorTriageDays the same for a major one
 * @param majorYuan total investment from which a lead is major
 * @param feedbackDays until the investor hears what became of it
 * @param followUpDays the longest pause between two talks
 * @param poolDays how long a lead may be silent before it falls back into the pool
 * @param remindDays before something is due, its owner is reminded
 * @param escalateDays after something was due, the head is told
 * @param claimLimit how many unsigned leads one may own and still claim another from the pool
 * @param firstReportYuan total investment from which a lead is reported to the province's register
 * @param head who is told when something is overdue; null for whoever may give leads to people
 * @param stages how the stages before 签约 are called, ordered and whether they are shown
 */
public record LeadRules(
        int answerDays,
        int triageDays,
        int majorTriageDays,
        long majorYuan,
        int feedbackDays,
        int followUpDays,
        int poolDays,
        int remindDays,
        int escalateDays,
        int claimLimit,
        long firstReportYuan,
        @Nullable String head,
        List<StageChoice> stages) {
    public static final LeadRules DEFAULT =
            new LeadRules(
                    1,
                    3,
                    5,
                    500_000_000L,
                    5,
                    10,
                    30,
                    1,
                    1,
                    30,
                    1_000_000_000L,
                    null,
                    StageChoice.defaults());

    /**
     * 10 亿元 in yuan: below it nothing is reported, or a zone could find out by small leads what others pursue.
     */
    public static final long LEAST_FIRST_REPORT = 1_000_000_000L;

    /**
     * How one stage before 签约 is used.
     *
     * @param name what the zone calls it; null for its usual name
     */
    public record StageChoice(LeadStage stage, @Nullable String name, boolean hidden) {
        static List<StageChoice> defaults() {
            return Stream.of(LeadStage.values())
                    .filter(stage -> !stage.isSigned())
                    .map(stage -> new StageChoice(stage, null, false))
                    .toList();
        }
    }

    public LeadRules {
        stages = List.copyOf(stages);
    }

    /** @throws LeadFieldsRefused when a number is out of bounds, or a stage is missing, twice or signed */
    public LeadRules checked() {
        var faults = new ArrayList<FieldFault>();
        days(faults, "answerDays", answerDays, 1);
        days(faults, "triageDays", triageDays, 1);
        days(faults, "majorTriageDays", majorTriageDays, 1);
        days(faults, "feedbackDays", feedbackDays, 1);
        days(faults, "followUpDays", followUpDays, 1);
        days(faults, "poolDays", poolDays, 1);
        days(faults, "remindDays", remindDays, 0);
        days(faults, "escalateDays", escalateDays, 0);
        days(faults, "claimLimit", claimLimit, 0);
        if (majorYuan < 0) {
            faults.add(new FieldFault("majorYuan", "leads.rule.negative", List.of()));
        }
        if (firstReportYuan < LEAST_FIRST_REPORT) {
            faults.add(new FieldFault("firstReportYuan", "leads.rule.firstReport", List.of()));
        }
        var wanted = new HashSet<LeadStage>();
        stages.forEach(choice -> wanted.add(choice.stage()));
        if (stages.size() != LeadStage.SIGNED.ordinal()
                || wanted.size() != stages.size()
                || wanted.stream().anyMatch(LeadStage::isSigned)
                || stages.getFirst().stage() != LeadStage.CLUE
                || stages.getFirst().hidden()) {
            faults.add(new FieldFault("stages", "leads.rule.stages", List.of()));
        }
        for (var choice : stages) {
            if (choice.name() != null && (choice.name().isBlank() || choice.name().length() > 20)) {
                faults.add(
                        new FieldFault(
                                "stages." + choice.stage(), "leads.rule.stageName", List.of()));
            }
        }
        if (!faults.isEmpty()) {
            throw new LeadFieldsRefused(faults);
        }
        return this;
    }

    /** Every stage in the zone's order, hidden ones too. */
    public List<LeadStage> order() {
        var order = new ArrayList<LeadStage>();
        stages.forEach(choice -> order.add(choice.stage()));
        Stream.of(LeadStage.values()).filter(LeadStage::isSigned).forEach(order::add);
        return order;
    }

    /** Every stage that is shown, in the zone's order. */
    public List<LeadStage> shown() {
        return order().stream().filter(stage -> !isHidden(stage)).toList();
    }

    public boolean isHidden(LeadStage stage) {
        return stages.stream().anyMatch(choice -> choice.stage() == stage && choice.hidden());
    }

    /** What the zone calls it; null for its usual name. */
    public @Nullable String nameOf(LeadStage stage) {
        for (var choice : stages) {
            if (choice.stage() == stage) {
                return choice.name();
            }
        }
        return null;
    }

    private static void days(List<FieldFault> faults, String field, int days, int least) {
        if (days < least || days > 400) {
            faults.add(new FieldFault(field, "leads.rule.days", List.of(least, 400)));
        }
    }
}
