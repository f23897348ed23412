package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangePlace;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;

/** Notes, whole contacts and merging: what is done with a record besides changing it. */
@KaiyuanTest
@ActAsZone("deyang")
class EnterpriseRecordTest {
    private static final String CODE = "91350100M000100Y43";

    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseRevision revision;
    @Autowired EnterpriseDirectory directory;
    @Autowired NoteTaking notes;
    @Autowired ContactUnmasking unmasking;
    @Autowired EnterpriseMerge merge;
    @Autowired Zones zones;
    @Autowired TestServers servers;

    @BeforeEach
    void an_empty_directory() throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate enterprises.enterprise, enterprises.batch_touch cascade");
        }
    }

    @Test
    void notes_stand_with_author_and_time_the_newest_first_page_by_page() {
        var id = registration.register(EnterpriseProfile.named("甲有限公司"));
        notes.take(id, "首次走访");
        notes.take(id, "  补充材料已收  ");

        var newest = notes.of(id, null, 1);

        assertThat(newest).extracting(NoteLine::text).containsExactly("补充材料已收");
        assertThat(newest.getFirst().author()).isNotBlank();
        assertThat(notes.of(id, newest.getFirst(), 10))
                .extracting(NoteLine::text)
                .containsExactly("首次走访");
    }

    @Test
    void a_blank_or_endless_note_is_refused() {
        var id = registration.register(EnterpriseProfile.named("甲有限公司"));

        assertThatThrownBy(() -> notes.take(id, " ")).isInstanceOf(NoteRefused.class);
        assertThatThrownBy(() -> notes.take(id, "长".repeat(NoteTaking.LONGEST + 1)))
                .isInstanceOf(NoteRefused.class);
        assertThat(notes.of(id, null, 10)).isEmpty();
    }

    @Test
    void a_contact_is_shown_whole_for_a_purpose_that_is_recorded() {
        var id = registration.register(withContact("甲有限公司"));
        var contact = contact(id);

        var whole = unmasking.unmask(id, contact, "电话回访");

        assertThat(whole.phone()).isEqualTo("13800005678");
        assertThat(directory.history(id, null, 10))
                .filteredOn(line -> line.act().equals("unmasked"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.actor()).isEqualTo("deyang-tester");
                    assertThat(line.field()).isEqualTo("contacts." + contact);
                    assertThat(line.after()).isEqualTo("电话回访");
                });
    }

    @Test
    void who_only_looked_is_not_named_as_who_changed_it() {
        var id = registration.register(withContact("甲有限公司"));
        long seen = version(id);
        revision.revise(id, seen, EnterpriseProfile.named("改名有限公司").withContacts(contacts(id)));
        unmasking.unmask(id, contact(id), "电话回访");

        assertThatThrownBy(() -> revision.revise(id, seen, EnterpriseProfile.named("太晚了有限公司")))
                .isInstanceOfSatisfying(
                        EnterpriseChangedMeanwhile.class,
                        meanwhile ->
                                assertThat(meanwhile.changes())
                                        .extracting(ChangeEntry::act)
                                        .isNotEmpty()
                                        .containsOnly("revised"));
    }

    @Test
    void without_a_purpose_nothing_is_shown() {
        var id = registration.register(withContact("甲有限公司"));
        var contact = contact(id);

        assertThatThrownBy(() -> unmasking.unmask(id, contact, " "))
                .isInstanceOf(UnmaskingRefused.class);
        assertThatThrownBy(() -> unmasking.unmask(id, UUID.randomUUID(), "电话回访"))
                .isInstanceOf(UnknownContact.class);
    }

    @Test
    void the_survivor_takes_what_was_chosen_and_everything_that_belonged_to_the_other() {
        var into = registration.register(EnterpriseProfile.named("甲有限公司"));
        var from =
                registration.register(
                        new ProfileDraft("乙有限公司")
                                .from(withContact("乙有限公司"))
                                .code(CODE)
                                .industry("C3091", "先进材料产业")
                                .tag("重点")
                                .done());
        notes.take(from, "乙的备注");

        merge.merge(into, version(into), from, version(from), Set.of("industryCode"));

        var survivor = directory.details(into);
        var p = survivor.profile();
        assertThat(p.name()).isEqualTo("甲有限公司");
        assertThat(p.industryCode()).isEqualTo("C3091");
        assertThat(p.leadingIndustry()).isNull();
        assertThat(p.creditCode()).isEqualTo(CODE);
        assertThat(p.contacts()).extracting(ContactLine::name).containsExactly("张三");
        assertThat(unmasking.unmask(into, contact(into), "核对").phone()).isEqualTo("13800005678");
        assertThat(p.tags()).containsExactly("重点");
        assertThat(survivor.formerNames()).extracting(FormerName::name).containsExactly("乙有限公司");
        assertThat(notes.of(into, null, 10)).extracting(NoteLine::text).containsExactly("乙的备注");
    }

    @Test
    void the_id_that_was_merged_away_leads_to_the_survivor_even_after_a_second_merge() {
        var a = registration.register(EnterpriseProfile.named("甲有限公司"));
        var b = registration.register(EnterpriseProfile.named("乙有限公司"));
        var c = registration.register(EnterpriseProfile.named("丙有限公司"));

        merge.merge(b, version(b), a, version(a), Set.of());
        merge.merge(c, version(c), b, version(b), Set.of());

        assertThat(directory.details(a).id()).isEqualTo(c);
        assertThat(directory.details(a).mergedFrom()).isEqualTo(a);
        assertThat(directory.history(a, null, 10))
                .extracting(line -> line.act())
                .contains("registered", "merged");
        assertThat(directory.count(EnterpriseFilter.ALL).count()).isEqualTo(1);
        assertThatThrownBy(() -> revision.revise(a, 0, EnterpriseProfile.named("再改有限公司")))
                .isInstanceOf(UnknownEnterprise.class);
    }

    @Test
    void the_survivors_history_is_that_of_both_page_by_page_and_says_whose_each_line_is() {
        var a = registration.register(new ProfileDraft("甲有限公司").code(CODE).done());
        var b = registration.register(EnterpriseProfile.named("乙有限公司"));
        var c = registration.register(EnterpriseProfile.named("丙有限公司"));
        revision.revise(a, version(a), new ProfileDraft("甲一有限公司").code(CODE).done());
        merge.merge(b, version(b), a, version(a), Set.of());
        merge.merge(c, version(c), b, version(b), Set.of());

        var whole = directory.history(c, null, 100);

        assertThat(whole)
                .extracting(ChangeEntry::subject)
                .contains(a.value(), b.value(), c.value());
        assertThat(whole)
                .isSortedAccordingTo(
                        Comparator.comparing(ChangeEntry::at)
                                .thenComparing(line -> line.id().toString())
                                .reversed());
        var paged = new ArrayList<ChangeEntry>();
        var page = directory.history(c, null, 2);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = directory.history(c, ChangePlace.read(page.getLast().place().text()), 2);
        }
        assertThat(paged).isEqualTo(whole);
        assertThat(directory.mergedAway(c))
                .containsExactlyInAnyOrder(
                        new MergedAway(a, "甲一有限公司", CODE), new MergedAway(b, "乙有限公司", CODE));
        assertThat(directory.history(a, null, 100))
                .extracting(ChangeEntry::subject)
                .containsOnly(a.value());
    }

    @Test
    void merging_twice_changes_nothing_and_with_itself_is_refused() {
        var a = registration.register(EnterpriseProfile.named("甲有限公司"));
        var b = registration.register(EnterpriseProfile.named("乙有限公司"));
        long seenA = version(a);
        long seenB = version(b);

        var first = merge.merge(a, seenA, b, seenB, Set.of());

        assertThat(merge.merge(a, seenA, b, seenB, Set.of())).isEqualTo(first);
        assertThatThrownBy(() -> merge.merge(a, first, a, first, Set.of()))
                .isInstanceOf(MergeRefused.class);
    }

    @Test
    void who_saw_an_older_version_of_either_is_refused() {
        var a = registration.register(EnterpriseProfile.named("甲有限公司"));
        var b = registration.register(EnterpriseProfile.named("乙有限公司"));
        long seenA = version(a);
        long seenB = version(b);
        revision.revise(b, seenB, EnterpriseProfile.named("乙改名有限公司"));

        assertThatThrownBy(() -> merge.merge(a, seenA, b, seenB, Set.of()))
                .isInstanceOf(EnterpriseChangedMeanwhile.class);
        assertThat(directory.details(b).mergedFrom()).isNull();
    }

    @Test
    void another_zone_sees_nothing() {
        var id = registration.register(withContact("甲有限公司"));
        var contact = contact(id);

        zones.in(
                "luzhou",
                () -> {
                    var own = registration.register(EnterpriseProfile.named("丁有限公司"));
                    assertThatThrownBy(() -> notes.take(id, "偷看"))
                            .isInstanceOf(UnknownEnterprise.class);
                    assertThatThrownBy(() -> notes.of(id, null, 10))
                            .isInstanceOf(UnknownEnterprise.class);
                    assertThatThrownBy(() -> unmasking.unmask(id, contact, "偷看"))
                            .isInstanceOf(UnknownEnterprise.class);
                    assertThat(directory.mergedAway(id)).isEmpty();
                    assertThatThrownBy(() -> merge.merge(own, version(own), id, 0, Set.of()))
                            .isInstanceOf(UnknownEnterprise.class);
                    return own;
                });
        assertThat(directory.details(id).mergedFrom()).isNull();
    }

    private long version(EnterpriseId id) {
        return directory.details(id).version();
    }

    private List<ContactLine> contacts(EnterpriseId id) {
        return directory.details(id).profile().contacts();
    }

    private UUID contact(EnterpriseId id) {
        return Objects.requireNonNull(directory.details(id).profile().contacts().getFirst().id());
    }

    private static EnterpriseProfile withContact(String name) {
        return new ProfileDraft(name)
                .contact(new ContactLine(null, "张三", "总经理", "13800005678", "zhang@example.com"))
                .done();
    }
}
