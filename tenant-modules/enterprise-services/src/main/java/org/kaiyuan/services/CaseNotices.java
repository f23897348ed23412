package org.kaiyuan.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.notices.Notices;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is told what of a case: who has it, who stands in for them, else the operating company that it was assigned to,
 * else the team, else whoever handles cases; those who supervise; and of the enterprise who handed it in and colleagues who may see it. Each happening is told once, however often
 * it comes.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
@PreAuthorize("hasRole('SYSTEM')")
public class CaseNotices {
    private final JdbcTemplate jdbc;
    private final ZonePeople people;
    private final CaseAudience audience;
    private final Notices notices;
    private final Clock clock;

    CaseNotices(
            JdbcTemplate jdbc,
            ZonePeople people,
            CaseAudience audience,
            Notices notices,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.audience = audience;
        this.notices = notices;
        this.clock = clock;
    }

    /** Something that happened. */
    private record Happened(LocalDate on, String byUsername, @Nullable String said) {}

    public void tell(CaseMoved moved) {
        var about = audience.about(moved.caseId());
        var happened = happened(moved);
        if (about == null || happened == null) {
            return;
        }
        if (!first(moved.caseId(), "TOLD_MOVED_" + moved.event(), happened.on())) {
            return;
        }
        boolean whole = !about.part();
        switch (moved.act()) {
            case SUBMIT -> {
                if (whole) {
                    staff(about, happened, "submitted");
                }
            }
            case SUPPLEMENT -> staff(about, happened, "supplemented");
            case WITHDRAW -> {
                if (whole) {
                    staff(about, happened, "withdrawn");
                }
            }
            case DEFERRED_HANDED_IN -> staff(about, happened, "deferredHandedIn");
            case ASK_SUPPLEMENT -> enterprise(about, happened, whole, "supplementAsked");
            case ACCEPT, ACCEPT_DEFERRED -> {
                enterprise(about, happened, whole, "accepted");
                reviewers(about, happened);
            }
            case DEEM_ACCEPTED -> {
                enterprise(about, happened, whole, "accepted");
                if (whole) {
                    var hearing = new LinkedHashSet<>(audience.staff(about));
                    hearing.addAll(names(people.whoMay(ServicesPermissions.SUPERVISE)));
                    toStaff(hearing, about, "deemed", happened.on(), 0);
                }
                reviewers(about, happened);
            }
            case NOT_ACCEPT -> enterprise(about, happened, whole, "notAccepted");
            case STOP -> enterprise(about, happened, true, "stopped");
            case RESUME -> enterprise(about, happened, true, "resumed");
            case EXTEND -> enterprise(about, happened, true, "extended");
            case ASK_EXTENSION ->
                    toStaff(
                            without(names(people.whoMay(ServicesPermissions.DECIDE)), happened),
                            about,
                            "extensionAsked",
                            happened.on(),
                            0);
            case DECLINE_EXTENSION -> staff(about, happened, "extensionDeclined");
            case ASK_OPINION -> reviewers(about, happened);
            case GIVE_OPINION -> staff(about, happened, "opinionGiven");
            case DECIDE, UPPER_DECIDED -> enterprise(about, happened, true, "decided");
            case ANSWER -> enterprise(about, happened, true, "answered");
            case DELIVER -> enterprise(about, happened, true, "delivered");
            case HAND_OVER -> staff(about, happened, "handedOver");
            case ASSIGN -> {
                if (about.company() == null) {
                    staff(about, happened, "assigned");
                } else {
                    toStaff(
                            without(audience.companys(about), happened),
                            about,
                            "assigned",
                            happened.on(),
                            0);
                }
            }
            case PRECHECK, CHECK, VERIFY_PLEDGE, ARCHIVE, CLAIM, RELEASE, REMARK -> {}
        }
    }

    public void tell(CaseDue due) {
        var about = audience.about(due.caseId());
        if (about == null || !first(due.caseId(), "TOLD_" + due.kind(), due.dueOn())) {
            return;
        }
        var hearing =
                switch (due.kind()) {
                    case "ESCALATE" -> names(people.whoMay(ServicesPermissions.SUPERVISE));
                    case "OPINION_LATE" -> {
                        var all = new LinkedHashSet<>(audience.reviewers(about));
                        all.addAll(audience.staff(about));
                        yield all;
                    }
                    default -> audience.staff(about);
                };
        toStaff(hearing, about, "due." + due.kind(), due.dueOn(), due.daysLeft());
        if (due.kind().equals("SUPPLEMENT_LATE")) {
            toEnterprise(about, "supplementLate", due.dueOn());
        }
        if (due.kind().equals("DEFERRED_LATE")) {
            toEnterprise(about, "deferredLate", due.dueOn());
        }
    }

    private void staff(CaseAudience.About about, Happened happened, String notice) {
        toStaff(without(audience.staff(about), happened), about, notice, happened.on(), 0);
    }

    private void reviewers(CaseAudience.About about, Happened happened) {
        toStaff(
                without(audience.reviewers(about), happened),
                about,
                "opinionAsked",
                happened.on(),
                0);
    }

    private void enterprise(
            CaseAudience.About about, Happened happened, boolean told, String notice) {
        if (told) {
            toEnterprise(about, notice, happened.on());
        }
    }

    private void toStaff(
            Collection<String> hearing,
            CaseAudience.About about,
            String notice,
            LocalDate day,
            int days) {
        for (var username : hearing) { // one, or a team
            notices.tell(
                    username,
                    "services.notice." + notice,
                    List.of(
                            about.title(),
                            about.enterpriseName(),
                            about.receipt(),
                            day.toString(),
                            String.valueOf(Math.abs(days))),
                    "/services/cases/" + about.id());
        }
    }

    private void toEnterprise(CaseAudience.About about, String notice, LocalDate day) {
        for (var username : audience.enterprise(about)) { // as many as an enterprise has
            notices.tell(
                    username,
                    "services.notice.mine." + notice,
                    List.of(about.title(), about.receipt(), day.toString()),
                    "/portal/cases/" + about.id());
        }
    }

    private @Nullable Happened happened(CaseMoved moved) {
        return jdbc
                .query(
                        "select on_day, by_username, said from services.case_event where case_id = ? and number = ?",
                        (row, n) ->
                                new Happened(
                                        row.getObject(1, LocalDate.class),
                                        row.getString(2),
                                        row.getString(3)),
                        moved.caseId(),
                        moved.event())
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Whether nobody was told of it; then it is written down that they are. */
    private boolean first(UUID id, String kind, LocalDate day) {
        return jdbc.update(
                        """
                        insert into services.case_told (tenant_id, case_id, kind, of_day, at) values (?, ?, ?, ?, ?)
                        on conflict do nothing\
                        """,
                        CurrentTenant.get().value(),
                        id,
                        kind,
                        day,
                        Timestamp.from(clock.instant()))
                > 0;
    }

    private static Set<String> without(Collection<String> all, Happened happened) {
        var others = new LinkedHashSet<>(all);
        others.remove(happened.byUsername());
        return others;
    }

    private static List<String> names(List<ZonePeople.Colleague> people) {
        return people.stream().map(ZonePeople.Colleague::username).toList();
    }
}
