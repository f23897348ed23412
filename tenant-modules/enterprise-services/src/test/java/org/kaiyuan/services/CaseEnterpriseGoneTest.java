package org.kaiyuan.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.EnterpriseDirectory;
import org.kaiyuan.enterprises.EnterpriseMerge;
import org.kaiyuan.enterprises.EnterpriseRemoval;
import org.kaiyuan.enterprises.UnknownEnterprise;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.portal.PortalPermissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.GrantedAuthority;

/** The directory takes an enterprise out, or finds that two records are one: what it handed in stays whole. */
class CaseEnterpriseGoneTest extends ServiceDesk {
    @Autowired MyCases cases;
    @Autowired CaseDirectory directory;
    @Autowired CaseAcceptance acceptance;
    @Autowired CaseInbox inbox;
    @Autowired ColleagueRights rights;
    @Autowired EnterpriseRemoval removal;
    @Autowired EnterpriseMerge merge;
    @Autowired EnterpriseDirectory enterpriseDirectory;

    @Test
    void cases_of_one_that_was_removed_stay_under_the_name_that_they_were_handed_in_with() {
        var firm = firm();
        var other = firm();
        var boss = person(firm, true);
        var li = person(firm, false);
        var neighbour = person(other, true);
        var id = submitted(boss, firm, service());
        var draft = readyDraft(li, firm, service());
        var theirs = readyDraft(neighbour, other, service());
        as(
                boss,
                () -> {
                    rights.give(firm.id(), li.getName(), Set.of(ColleagueRight.SEE), null);
                    return id;
                });

        removed(firm);

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    assertThat(desk(() -> directory.find(id)).row().enterprise()).isNull();
                    assertThatThrownBy(() -> as(boss, () -> cases.find(id)))
                            .isInstanceOf(UnknownCase.class);
                    assertThatThrownBy(() -> as(boss, () -> drafting.of(firm.id())))
                            .isInstanceOf(UnknownEnterprise.class);
                    assertThat(signedIn(boss.getName()).getAuthorities())
                            .extracting(GrantedAuthority::getAuthority)
                            .doesNotContain("ROLE_" + PortalPermissions.ENTER);
                    assertThat(count("select count(*) from services.draft where id = ?", draft))
                            .isZero();
                });
        var sheet = desk(() -> directory.find(id));
        assertThat(sheet.row().enterpriseName()).isEqualTo(firm.name());
        assertThat(sheet.creditCode()).isEqualTo(firm.creditCode());
        assertThat(sheet.applicant()).isEqualTo(APPLICANT);
        assertThat(sheet.materials().getFirst().files()).hasSize(1);
        assertThat(files(draft)).as("files of what was not handed in").isZero();
        assertThat(
                        count(
                                "select count(*) from services.colleague_right where username = ?",
                                li.getName()))
                .isZero();
        assertThat(as(neighbour, () -> drafting.find(theirs)).papers()).hasSize(2);
        assertThat(desk(() -> inbox.list(byName(firm), null, 10)).items())
                .extracting(CaseRow::id)
                .containsExactly(id);
        desk(() -> {
            acceptance.accept(id, directory.find(id).row().version());
            return id;
        });
        assertThat(desk(() -> directory.find(id)).letters().getFirst().body())
                .contains(firm.name());
    }

    @Test
    void what_is_being_handed_in_while_the_enterprise_is_removed_is_let_go_as_well()
            throws Exception {
        var firm = firm();
        var boss = person(firm, true);
        var draft = readyDraft(boss, firm, service());
        CaseId id;
        try (var other = Executors.newSingleThreadExecutor()) {
            id =
                    Objects.requireNonNull(
                            as(
                                    boss,
                                    () ->
                                            transaction.execute(open -> {
                                                var made =
                                                        submission
                                                                .submit(
                                                                        draft,
                                                                        drafting.find(draft)
                                                                                .version())
                                                                .caseId();
                                                finished(other.submit(() -> removed(firm)));
                                                await().pollInSameThread()
                                                        .atMost(Duration.ofSeconds(60))
                                                        .until(this::somebodyWaits);
                                                return made;
                                            })));
        }

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(desk(() -> directory.find(id)).row().enterprise()).isNull());
        assertThat(desk(() -> directory.find(id)).row().enterpriseName()).isEqualTo(firm.name());
    }

    /** What reacts to the removal has come as far as the draft that is being handed in. */
    private boolean somebodyWaits() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "select exists (select from pg_locks where not granted)", Boolean.class));
    }

    private Firm removed(Firm firm) {
        return desk(() -> {
            removal.remove(firm.id(), enterpriseDirectory.details(firm.id()).version());
            return firm;
        });
    }

    private static void finished(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void of_two_that_are_one_the_case_keeps_its_name_and_the_draft_written_last_stays() {
        var from = firm();
        var into = firm();
        var wang = person(from, true);
        var zhao = person(into, true);
        var both = service();
        var id = submitted(wang, from, service());
        var older = readyDraft(zhao, into, both);
        var newer = readyDraft(wang, from, both);

        desk(() ->
                merge.merge(
                        into.id(),
                        enterpriseDirectory.details(into.id()).version(),
                        from.id(),
                        enterpriseDirectory.details(from.id()).version(),
                        Set.of()));

        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                // until the portal has followed they do not stand for it
                .ignoreExceptionsInstanceOf(Refusal.class)
                .untilAsserted(() -> {
                    assertThat(as(zhao, () -> drafting.of(into.id())))
                            .extracting(DraftRow::id)
                            .containsExactly(newer);
                    assertThat(as(wang, () -> drafting.find(newer)).papers()).hasSize(2);
                    assertThat(as(zhao, () -> cases.find(id)).row().enterprise())
                            .isEqualTo(into.id());
                });
        assertThat(files(older)).isZero();
        assertThat(files(newer)).isEqualTo(2);
        assertThat(desk(() -> directory.find(id)).row().enterpriseName()).isEqualTo(from.name());
        assertThat(desk(() -> directory.find(id)).creditCode()).isEqualTo(from.creditCode());
        assertThat(submit(zhao, newer).number()).isNotBlank();
    }

    private static CaseFilter byName(Firm firm) {
        return new CaseFilter(CaseBox.ALL, firm.name(), null, null, null, null);
    }

    private long files(DraftId draft) {
        return count(
                "select count(*) from files.file where subject_kind = 'services.draft' and subject_id = ? and removed_at is null",
                draft);
    }

    private long count(String sql, Object of) {
        return read(Long.class, sql, of instanceof DraftId draft ? draft.value() : of);
    }
}
