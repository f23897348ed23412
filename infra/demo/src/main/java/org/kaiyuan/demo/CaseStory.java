package org.kaiyuan.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseChannel;
import org.kaiyuan.services.CaseCourse;
import org.kaiyuan.services.CaseOutcome;
import org.kaiyuan.services.CaseState;
import org.kaiyuan.services.LetterKind;
import org.kaiyuan.services.MaterialState;
import org.kaiyuan.services.StepKind;
import org.kaiyuan.services.StopReason;
import org.kaiyuan.services.WaitingFor;

/** What happened to one made-up case, as it is written. */
final class CaseStory {
    /** Something that happened. */
    record Happened(
            CaseAct act,
            StepKind step,
            LocalDate on,
            String by,
            @Nullable String said,
            boolean open) {}

    /** A rating; the last three are null where nothing is owed, or not yet done. */
    record Rated(
            String contact,
            int stars,
            List<String> reasons,
            @Nullable String said,
            LocalDate on,
            String state,
            @Nullable LocalDate calledOn,
            @Nullable LocalDate rectifyBy,
            @Nullable LocalDate rectifiedOn) {}

    /** A letter, without its number. */
    record Written(LetterKind kind, LocalDate on) {}

    /** A stop of the clock. */
    record Stood(StopReason reason, LocalDate from, @Nullable LocalDate to) {}

    final UUID id;
    final ServiceStories.DemoService service;
    final DemoEnterprise enterprise;
    final String applicant;
    final String phone;
    final LocalDate submitted;
    CaseChannel channel = CaseChannel.PORTAL;
    CaseState state = CaseState.SUBMITTED;
    StepKind step = StepKind.ACCEPT;
    LocalDate stepSince;
    WaitingFor waitingFor = WaitingFor.PARK;
    LocalDate saidSince;
    @Nullable LocalDate supplementAsked;
    @Nullable LocalDate supplementDue;
    @Nullable LocalDate supplemented;
    @Nullable LocalDate accepted;
    boolean deemed;
    @Nullable CaseCourse course;
    CaseStories.@Nullable Held held;
    boolean pledgeKept;
    @Nullable String team;
    DemoCompanies.@Nullable Company company;

    /** The bundle of which it is a part. */
    @Nullable CaseStory partOf;

    /** From 1, in a bundle. */
    int partNumber;

    @Nullable LocalDate due;
    @Nullable LocalDate statutoryDue;
    @Nullable LocalDate stoppedSince;
    @Nullable LocalDate deferredDue;
    @Nullable String owner;
    @Nullable String ownerName;
    @Nullable CaseOutcome outcome;
    @Nullable LocalDate decided;
    @Nullable LocalDate delivered;
    @Nullable LocalDate archived;
    @Nullable LocalDate ended;
    @Nullable String extensionWhy;
    final List<Happened> happened = new ArrayList<>();
    final List<Stood> stops = new ArrayList<>();
    final List<Written> letters = new ArrayList<>();
    final List<Rated> ratings = new ArrayList<>();
    final List<String> complaints = new ArrayList<>();
    final Map<String, MaterialState> materials = new java.util.LinkedHashMap<>();

    CaseStory(
            UUID id,
            ServiceStories.DemoService service,
            DemoEnterprise enterprise,
            String applicant,
            String phone,
            LocalDate submitted) {
        this.id = id;
        this.service = service;
        this.enterprise = enterprise;
        this.applicant = applicant;
        this.phone = phone;
        this.submitted = submitted;
        this.saidSince = submitted;
        this.stepSince = submitted;
    }

    void happens(
            CaseAct act,
            StepKind step,
            LocalDate on,
            String by,
            @Nullable String said,
            boolean open) {
        happened.add(new Happened(act, step, on, by, said, open));
    }

    /** Who has it, as others are told. */
    String by() {
        var name = ownerName;
        return name == null ? "窗口工作人员" : name;
    }

    void decided(boolean granted, LocalDate on) {
        outcome = granted ? CaseOutcome.GRANTED : CaseOutcome.REFUSED;
        decided = on;
        materials.replaceAll(
                (key, now) -> now == MaterialState.HELD ? now : MaterialState.FOUND_GOOD);
        happens(
                course == CaseCourse.UPPER ? CaseAct.UPPER_DECIDED : CaseAct.DECIDE,
                StepKind.DECIDE,
                on,
                by(),
                granted ? "符合法定条件、标准。" : "不符合规定条件。",
                true);
        letters.add(new Written(granted ? LetterKind.GRANTED : LetterKind.REFUSED, on));
        toBeDelivered(on);
    }

    void toBeDelivered(LocalDate since) {
        state = CaseState.DECIDED;
        step = StepKind.DELIVER;
        stepSince = since;
        waitingFor = WaitingFor.PARK;
    }

    void end(CaseState as, StepKind at, LocalDate on) {
        state = as;
        step = at;
        stepSince = on;
        waitingFor = WaitingFor.NOBODY;
        ended = on;
    }

    void filed(LocalDate on) {
        archived = on;
        state = CaseState.ARCHIVED;
        step = StepKind.ARCHIVE;
        stepSince = on;
        happens(CaseAct.ARCHIVE, StepKind.ARCHIVE, on, by(), null, false);
    }
}
