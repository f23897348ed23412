package org.kaiyuan.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.testing.ActAsZone;
import org.kaiyuan.testing.KaiyuanTest;
import org.kaiyuan.testing.Zones;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

/** Matters of a zone's own. */
@KaiyuanTest
@Import(Desk.Ready.class)
@ActAsZone("deyang")
class MatterKeepingTest {
    @Autowired MatterKeeping keeping;
    @Autowired MatterCatalogue catalogue;
    @Autowired Desk desk;
    @Autowired Zones zones;

    @BeforeEach
    void no_matters() throws Exception {
        desk.clear();
    }

    @Test
    void a_matter_is_kept_as_it_was_said_without_blanks_around() {
        var basis = new LegalBasis(" 《甲法》 ", " ", BasisState.AMENDED, LocalDate.of(2026, 1, 1));
        var id =
                keeping.add(
                        new MatterDraft(
                                " A-1 ",
                                "",
                                " 企业投资\0项目备案 ",
                                MatterKind.CONFIRMATION,
                                " ",
                                List.of(basis)));

        var matter = catalogue.get(id);
        assertThat(matter.code()).isEqualTo("A-1");
        assertThat(matter.basicCode()).isNull();
        assertThat(matter.name()).isEqualTo("企业投资项目备案");
        assertThat(matter.field()).isNull();
        assertThat(matter.bases())
                .containsExactly(
                        new LegalBasis("《甲法》", null, BasisState.AMENDED, LocalDate.of(2026, 1, 1)));
        assertThat(matter.shared()).isFalse();
        assertThat(matter.version()).isZero();
    }

    @Test
    void the_worst_basis_counts() {
        var id = keeping.add(named("甲", basis(BasisState.IN_FORCE), basis(BasisState.REPEALED)));
        assertThat(catalogue.get(id).basisState()).isEqualTo(BasisState.REPEALED);

        keeping.revise(id, named("甲", basis(BasisState.AMENDED), basis(BasisState.IN_FORCE)), 0);
        assertThat(catalogue.get(id).basisState()).isEqualTo(BasisState.AMENDED);
        keeping.revise(id, named("甲"), 1);
        assertThat(catalogue.get(id).basisState()).isEqualTo(BasisState.IN_FORCE);
        assertThat(catalogue.get(id).bases()).isEmpty();
    }

    @Test
    void whatever_is_wrong_is_told_at_once() {
        var basis = new LegalBasis(" ", "条".repeat(301), BasisState.IN_FORCE, null);
        assertThatThrownBy(() ->
                        keeping.add(
                                new MatterDraft(
                                        "1".repeat(81),
                                        null,
                                        " ",
                                        MatterKind.PERMIT,
                                        "领".repeat(61),
                                        List.of(basis))))
                .isInstanceOfSatisfying(
                        DelegationFieldsRefused.class,
                        refused ->
                                assertThat(refused.fields())
                                        .extracting(Refusal.FieldFault::field)
                                        .containsExactlyInAnyOrder(
                                                "name",
                                                "code",
                                                "field",
                                                "bases[0].title",
                                                "bases[0].article"));
        assertThatThrownBy(() ->
                        keeping.add(
                                new MatterDraft(
                                        null,
                                        null,
                                        "甲",
                                        MatterKind.PERMIT,
                                        null,
                                        Collections.nCopies(51, basis(BasisState.IN_FORCE)))))
                .isInstanceOf(DelegationFieldsRefused.class);
        assertThat(catalogue.page(MatterCatalogue.Filter.ALL, null, 10)).isEmpty();
    }

    @Test
    void a_code_is_of_one_matter_and_names_may_be_of_several() {
        keeping.add(coded("A-1", "甲"));
        keeping.add(coded(null, "甲"));
        var other = keeping.add(coded("A-2", "乙"));

        assertThatThrownBy(() -> keeping.add(coded("A-1", "丙")))
                .isInstanceOf(MatterCodeTaken.class);
        assertThatThrownBy(() -> keeping.revise(other, coded("A-1", "乙"), 0))
                .isInstanceOf(MatterCodeTaken.class);
        assertThat(catalogue.get(other).code()).isEqualTo("A-2");
        assertThat(zones.in("luzhou", () -> keeping.add(coded("A-1", "甲")))).isNotNull();
    }

    @Test
    void who_has_not_seen_what_was_changed_meanwhile_overwrites_nothing() {
        var id = keeping.add(named("甲"));
        keeping.revise(id, named("乙"), 0);

        assertThatThrownBy(() -> keeping.revise(id, named("丙"), 0))
                .isInstanceOfSatisfying(
                        MatterChangedMeanwhile.class,
                        refused -> {
                            assertThat(refused.version()).isEqualTo(1);
                            assertThat(refused.changes())
                                    .anySatisfy(change -> {
                                        assertThat(change.field()).isEqualTo("name");
                                        assertThat(change.after()).isEqualTo("乙");
                                    });
                        });
        assertThat(catalogue.get(id).name()).isEqualTo("乙");
    }

    @Test
    @ActAsZone(
            value = "deyang",
            permissions = {"delegation:read", "delegation:publish"})
    void who_may_not_write_adds_nothing() {
        assertThatThrownBy(() -> keeping.add(named("甲"))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void another_zone_sees_nothing() {
        var id = keeping.add(coded("A-1", "甲"));

        zones.in(
                "luzhou",
                () -> {
                    assertThatThrownBy(() -> catalogue.get(id)).isInstanceOf(UnknownMatter.class);
                    assertThatThrownBy(() -> keeping.revise(id, named("乙"), 0))
                            .isInstanceOf(UnknownMatter.class);
                    assertThat(catalogue.byCode("A-1")).isEmpty();
                    assertThat(catalogue.page(MatterCatalogue.Filter.ALL, id, 10)).isEmpty();
                    return null;
                });
        assertThat(catalogue.get(id).name()).isEqualTo("甲");
    }

    private static LegalBasis basis(BasisState state) {
        return new LegalBasis("《法》", "第一条", state, null);
    }

    private static MatterDraft named(String name, LegalBasis... bases) {
        return new MatterDraft(null, null, name, MatterKind.PERMIT, null, List.of(bases));
    }

    private static MatterDraft coded(@Nullable String code, String name) {
        return new MatterDraft(code, null, name, MatterKind.PERMIT, null, List.of());
    }
}
