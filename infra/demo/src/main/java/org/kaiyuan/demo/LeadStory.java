package org.kaiyuan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.FollowupKind;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;

/**
 * A lead that does not exist, and what became of it until today.
 *
 * @param steps every stage that it entered, in order
 * @param endedAs null while it is pursued
 * @param enterprise that came of it; null before 注册
 */
record LeadStory(
        UUID id,
        DemoEnterprise investor,
        LeadProfile profile,
        LocalDate registeredOn,
        List<Step> steps,
        @Nullable LeadState endedAs,
        @Nullable String endReason,
        @Nullable LocalDate endedOn,
        @Nullable Integer agent,
        List<Talk> talks,
        @Nullable DemoEnterprise enterprise) {

    /** A stage, and when it was entered. */
    record Step(LeadStage stage, LocalDate on) {}

    /** A talk with the investor. */
    record Talk(FollowupKind kind, LocalDate on, String text) {}

    LeadStage stage() {
        return steps.getLast().stage();
    }

    @Nullable LocalDate entered(LeadStage stage) {
        return steps.stream()
                .filter(step -> step.stage() == stage)
                .map(Step::on)
                .findFirst()
                .orElse(null);
    }
}
