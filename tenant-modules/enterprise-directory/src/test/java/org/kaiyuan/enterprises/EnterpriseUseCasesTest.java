package org.kaiyuan.enterprises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@KaiyuanTest
@ActAsZone("deyang")
class EnterpriseUseCasesTest {
    @Autowired EnterpriseRegistration registration;
    @Autowired EnterpriseRevision revision;
    @Autowired EnterpriseRemoval removal;
    @Autowired EnterpriseTagging tagging;
    @Autowired EnterpriseDirectory directory;
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
    void what_is_registered_is_found_again_whole() {
        // given
        var profile = full("四川华创新材料有限公司", "91350100M000100Y43");

        // when
        var id = registration.register(profile);

        // then
        var found = directory.details(id);
        assertThat(found.profile().name()).isEqualTo("四川华创新材料有限公司");
        assertThat(found.profile().figures())
                .singleElement()
                .extracting(YearlyFigures::year)
                .isEqualTo(2025);
        assertThat(found.profile().qualifications())
                .singleElement()
                .extracting(QualificationLine::kindCode)
                .isEqualTo("HIGH_TECH");
        assertThat(found.profile().tags()).containsExactly("重点");
        assertThat(found.profile().contacts())
                .singleElement()
                .satisfies(contact -> {
                    assertThat(contact.phone()).isEqualTo("138****5678");
                    assertThat(contact.email()).isEqualTo("z***@example.com");
                });
    }

    @Test
    void a_revision_is_written_into_the_history_and_keeps_the_former_name() {
        var id = registration.register(full("旧名有限公司", null));
        var seen = directory.details(id).profile();

        var version = revision.revise(id, version(id), renamed(seen, "新名有限公司"));

        var now = directory.details(id);
        assertThat(now.version()).isEqualTo(version);
        assertThat(now.formerNames()).extracting(FormerName::name).containsExactly("旧名有限公司");
        assertThat(directory.history(id, null, 10))
                .filteredOn(line -> "name".equals(line.field()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.before()).isEqualTo("旧名有限公司");
                    assertThat(line.after()).isEqualTo("新名有限公司");
                    assertThat(line.actor()).isEqualTo("deyang-tester");
                });
    }

    @Test
    void former_names_are_added_dated_and_taken_away_by_hand_and_the_history_says_so() {
        var id = registration.register(full("新名有限公司", null));

        formerNames(
                id, new FormerName("老厂", LocalDate.of(2001, 2, 3)), new FormerName(" 旧厂 ", null));
        formerNames(id, new FormerName("老厂", LocalDate.of(2002, 2, 3)));

        assertThat(directory.details(id).formerNames())
                .containsExactly(new FormerName("老厂", LocalDate.of(2002, 2, 3)));
        assertThat(directory.history(id, null, 2))
                .allSatisfy(line -> assertThat(line.field()).isEqualTo("formerNames"))
                .extracting(ChangeEntry::before, ChangeEntry::after)
                .containsExactly(
                        tuple("老厂 · 2001-02-03、旧厂", "老厂 · 2002-02-03"),
                        tuple(null, "老厂 · 2001-02-03、旧厂"));
    }

    @Test
    void a_name_that_is_borne_again_is_no_former_name_any_more() {
        var id = registration.register(full("甲有限公司", null));
        revision.revise(id, version(id), renamed(directory.details(id).profile(), "乙有限公司"));

        revision.revise(id, version(id), renamed(directory.details(id).profile(), "甲有限公司"));

        assertThat(directory.details(id).formerNames())
                .extracting(FormerName::name)
                .containsExactly("乙有限公司");
    }

    @Test
    void former_names_that_cannot_be_are_each_refused_and_nothing_is_saved() {
        var id = registration.register(full("甲有限公司", null));

        assertThatThrownBy(() ->
                        formerNames(
                                id,
                                new FormerName("甲有限公司", null),
                                new FormerName("老厂", LocalDate.of(2999, 1, 1)),
                                new FormerName("老厂", null),
                                new FormerName(" ", null),
                                new FormerName("长".repeat(301), null)))
                .isInstanceOfSatisfying(
                        EnterpriseFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(f -> f.field())
                                        .containsExactly(
                                                "formerNames[0].name",
                                                "formerNames[1].until",
                                                "formerNames[2].name",
                                                "formerNames[3].name",
                                                "formerNames[4].name"));
        assertThat(directory.details(id).formerNames()).isEmpty();
    }

    private void formerNames(EnterpriseId id, FormerName... names) {
        revision.revisePartly(id, version(id), stored -> stored.withFormerNames(List.of(names)));
    }

    @Test
    void a_masked_phone_that_comes_back_does_not_overwrite_the_real_one() throws Exception {
        var id = registration.register(full("甲有限公司", null));

        revision.revise(id, version(id), renamed(directory.details(id).profile(), "乙有限公司"));

        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("alter table enterprises.contact disable row level security");
            var phones = sql.executeQuery("select phone from enterprises.contact");
            assertThat(phones.next()).isTrue();
            assertThat(phones.getString(1)).isEqualTo("13800005678");
            sql.execute("alter table enterprises.contact enable row level security");
        }
    }

    @Test
    void saving_what_is_already_so_changes_nothing() {
        var id = registration.register(full("甲有限公司", null));

        var before = version(id);

        assertThat(revision.revise(id, before, directory.details(id).profile())).isEqualTo(before);
        assertThat(directory.history(id, null, 10))
                .extracting(ChangeEntry::act)
                .containsExactly("registered");
    }

    @Test
    void who_is_too_late_is_told_what_the_other_changed() {
        var id = registration.register(full("甲有限公司", null));
        var seen = directory.details(id).profile();
        var before = version(id);
        revision.revise(id, before, renamed(seen, "乙有限公司"));

        assertThatThrownBy(() -> revision.revise(id, before, renamed(seen, "丙有限公司")))
                .isInstanceOfSatisfying(
                        EnterpriseChangedMeanwhile.class,
                        refused -> {
                            assertThat(refused.version()).isEqualTo(before + 1);
                            assertThat(refused.changes())
                                    .extracting(ChangeEntry::after)
                                    .contains("乙有限公司");
                        });
        assertThat(directory.details(id).profile().name()).isEqualTo("乙有限公司");
    }

    @Test
    void bad_fields_are_all_named_and_nothing_is_saved() {
        var bad = full("", "123");

        assertThatThrownBy(() -> registration.register(bad))
                .isInstanceOfSatisfying(
                        EnterpriseFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(f -> f.field())
                                        .contains("name", "creditCode"));
        assertThat(directory.find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 10).items())
                .isEmpty();
    }

    @Test
    void a_credit_code_is_used_once_in_a_zone_but_again_in_another() {
        registration.register(full("甲有限公司", "91350100M000100Y43"));

        assertThatThrownBy(() -> registration.register(full("乙有限公司", "91350100M000100Y43")))
                .isInstanceOf(CreditCodeTaken.class);
        assertThat(
                        zones.<EnterpriseId>in(
                                "luzhou",
                                () -> registration.register(full("甲有限公司", "91350100M000100Y43"))))
                .isNotNull();
    }

    @Test
    void pages_follow_each_other_without_a_gap_in_every_order() {
        for (int i = 0; i < 23; i++) {
            registration.register(
                    new ProfileDraft("企业" + (char) ('甲' + i * 7))
                            .capital(i % 3 == 0 ? null : new BigDecimal(i * 1000))
                            .founded(i % 4 == 0 ? null : LocalDate.of(2000 + i, 1, 1))
                            .done());
        }
        for (var order : EnterpriseOrder.values()) {
            var seen = new ArrayList<EnterpriseId>();
            String next = null;
            do {
                var page = directory.find(EnterpriseFilter.ALL, order, next, 5);
                page.items().forEach(row -> seen.add(row.id()));
                next = page.next();
            } while (next != null);
            assertThat(seen).as(order.name()).hasSize(23).doesNotHaveDuplicates();
        }
    }

    @Test
    void filters_narrow_the_list_and_the_count() {
        registration.register(full("四川华创新材料有限公司", null));
        registration.register(EnterpriseProfile.named("四川其他有限公司"));

        var filter =
                new EnterpriseFilter(
                        "四川华",
                        "C3",
                        null,
                        null,
                        Set.of(EnterpriseStatus.ACTIVE),
                        "HIGH_TECH",
                        true,
                        null,
                        new BigDecimal("1000"),
                        null,
                        2000,
                        2020,
                        "5106",
                        "重点");

        assertThat(directory.find(filter, EnterpriseOrder.NAME, null, 10).items())
                .extracting(EnterpriseRow::name)
                .containsExactly("四川华创新材料有限公司");
        assertThat(directory.count(filter)).isEqualTo(new EnterpriseCount(1, false));
        assertThat(directory.count(EnterpriseFilter.ALL).count()).isEqualTo(2);
    }

    @Test
    void many_are_tagged_at_once_and_each_history_says_so() {
        var one = registration.register(EnterpriseProfile.named("甲"));
        var two = registration.register(EnterpriseProfile.named("乙"));

        assertThat(tagging.tag(List.of(one, two), "走访")).isEqualTo(2);
        assertThat(tagging.tag(List.of(one, two), "走访")).isZero();

        assertThat(directory.details(one).profile().tags()).containsExactly("走访");
        assertThat(directory.history(two, null, 1))
                .singleElement()
                .extracting(ChangeEntry::act)
                .isEqualTo("tagged");
    }

    @Test
    void a_cursor_that_was_tampered_with_is_refused() {
        assertThatThrownBy(() ->
                        directory.find(
                                EnterpriseFilter.ALL, EnterpriseOrder.CAPITAL, "bm9uc2Vuc2U", 10))
                .isInstanceOf(CursorRefused.class);
    }

    @Test
    @ActAsZone(value = "deyang", permissions = "enterprises:read")
    void who_may_only_read_cannot_write() {
        assertThatThrownBy(() -> registration.register(EnterpriseProfile.named("甲")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(directory.find(EnterpriseFilter.ALL, EnterpriseOrder.NAME, null, 1).items())
                .isEmpty();
    }

    @Test
    void another_zone_sees_nothing() {
        var mine = registration.register(full("甲有限公司", null));

        zones.<Object>in(
                "luzhou",
                () -> {
                    assertThat(
                                    directory
                                            .find(
                                                    EnterpriseFilter.ALL,
                                                    EnterpriseOrder.NAME,
                                                    null,
                                                    10)
                                            .items())
                            .isEmpty();
                    assertThat(directory.count(EnterpriseFilter.ALL).count()).isZero();
                    assertThat(directory.rows(List.of(mine))).isEmpty();
                    assertThat(directory.tags()).isEmpty();
                    assertThatThrownBy(() -> directory.details(mine))
                            .isInstanceOf(UnknownEnterprise.class);
                    assertThatThrownBy(() -> directory.history(mine, null, 10))
                            .isInstanceOf(UnknownEnterprise.class);
                    assertThatThrownBy(() -> revision.revise(mine, 0, EnterpriseProfile.named("x")))
                            .isInstanceOf(UnknownEnterprise.class);
                    assertThatThrownBy(() -> removal.remove(mine, 0))
                            .isInstanceOf(UnknownEnterprise.class);
                    assertThat(tagging.tag(List.of(mine), "x")).isZero();
                    return true;
                });
        var foreign = directory.details(mine);
        var missing = new EnterpriseId(UUID.randomUUID());
        assertThat(foreign.profile().tags()).containsExactly("重点");
        assertThatThrownBy(() -> directory.details(missing)).isInstanceOf(UnknownEnterprise.class);
    }

    @Test
    void who_is_removed_is_gone_but_the_history_says_who_did_it() {
        var id = registration.register(full("甲有限公司", null));

        removal.remove(id, version(id));

        assertThatThrownBy(() -> directory.details(id)).isInstanceOf(UnknownEnterprise.class);
    }

    private long version(EnterpriseId id) {
        return directory.details(id).version();
    }

    private static EnterpriseProfile renamed(EnterpriseProfile p, String name) {
        return new ProfileDraft(name).from(p).done();
    }

    private static EnterpriseProfile full(String name, String code) {
        return new ProfileDraft(name)
                .code(code)
                .capital(new BigDecimal("5000000"))
                .founded(LocalDate.of(2010, 5, 6))
                .industry("C3091", "先进材料产业")
                .division("510603")
                .contact(new ContactLine(null, "张三", "总经理", "13800005678", "zhang@example.com"))
                .qualification(
                        new QualificationLine(
                                null,
                                "HIGH_TECH",
                                "GR202451000001",
                                LocalDate.of(2024, 11, 1),
                                LocalDate.of(2027, 10, 31)))
                .figures(
                        new YearlyFigures(
                                2025,
                                new BigDecimal("120000000"),
                                new BigDecimal("6000000.5"),
                                null,
                                null,
                                null,
                                null,
                                120,
                                null,
                                "企业填报",
                                LocalDate.of(2026, 1, 15)))
                .tag("重点")
                .done();
    }
}
