package org.kaiyuan.leads.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kaiyuan.leads.CatalogueClass;
import org.kaiyuan.leads.ClearanceKind;
import org.kaiyuan.leads.Gate;
import org.kaiyuan.leads.LeadDraft;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.ProjectNature;
import org.kaiyuan.leads.RefusedGate;
import org.kaiyuan.leads.WholeLead;

class GatesTest {
    private static final List<LeadStage> TO_SIGNED =
            List.of(
                    LeadStage.ASSESSMENT,
                    LeadStage.NEGOTIATION,
                    LeadStage.REVIEW,
                    LeadStage.SIGNED);

    @Test
    void whatIsKnownOfAWholeProjectPassesEveryGateToSigning() {
        assertThat(Gates.refusing(TO_SIGNED, shown(whole().profile()))).isEmpty();
    }

    @Test
    void anEliminatedProjectGoesNowhere() {
        var refused =
                Gates.refusing(
                        List.of(LeadStage.ASSESSMENT),
                        shown(whole().catalogueClass(CatalogueClass.ELIMINATED).profile()));

        assertThat(refused).containsExactly(new RefusedGate(Gate.ELIMINATED));
    }

    @Test
    void aChemicalProjectOneKilometreFromTheRiverIsRefusedAndOneMetreFurtherIsNot() {
        var chemical = whole().chemical(true).inChemicalPark(true);

        assertThat(gates(chemical.riverDistanceM(1000))).containsExactly(Gate.CHEMICAL_RIVER);
        assertThat(gates(chemical.riverDistanceM(1001))).isEmpty();
    }

    @Test
    void aChemicalProjectOutsideARecognisedParkIsRefused() {
        assertThat(gates(whole().chemical(true).riverDistanceM(5000).inChemicalPark(false)))
                .containsExactly(Gate.CHEMICAL_PARK);
    }

    @Test
    void whetherAChemicalProjectMayBeThereMustBeKnownForItsReview() {
        var refused =
                Gates.refusing(List.of(LeadStage.REVIEW), shown(whole().chemical(true).profile()));

        assertThat(refused)
                .containsExactly(
                        new RefusedGate(Gate.FIELDS, List.of("riverDistanceM", "inChemicalPark")));
    }

    @Test
    void housingStateFundedAndRenovationAreNoLeads() {
        for (var nature : ProjectNature.values()) {
            assertThat(gates(whole().nature(nature)))
                    .isEqualTo(nature == ProjectNature.GENERAL ? List.of() : List.of(Gate.NATURE));
        }
    }

    @Test
    void signingWantsAPassedReviewAnAgreementAndAFile() {
        var bare =
                new Gates.Shown(
                        whole().profile(), "somebody", false, false, false, false, true, Set.of());

        assertThat(Gates.refusing(List.of(LeadStage.SIGNED), bare))
                .extracting(RefusedGate::gate)
                .containsExactly(Gate.FILES, Gate.REVIEW_PASSED, Gate.AGREEMENT);
    }

    @Test
    void nobodyBuildsBeforeBothClearances() {
        var p = whole().profile();
        var one =
                new Gates.Shown(
                        p, "x", true, true, true, true, true, Set.of(ClearanceKind.ENVIRONMENT));

        assertThat(Gates.refusing(List.of(LeadStage.CONSTRUCTION), shown(p)))
                .extracting(RefusedGate::gate)
                .containsExactly(Gate.ENVIRONMENT, Gate.ENERGY);
        assertThat(Gates.refusing(List.of(LeadStage.CONSTRUCTION), one))
                .extracting(RefusedGate::gate)
                .containsExactly(Gate.ENERGY);
    }

    @Test
    void groundIsOnlyReachedWithAPlotSuppliedUnlessALeadWantsFloorOnly() {
        var land = whole();
        var floor = whole().wantedLandM2(null).wantedFloorM2(new java.math.BigDecimal("3000.00"));

        assertThat(Gates.refusing(List.of(LeadStage.LAND), unsupplied(land.profile())))
                .extracting(RefusedGate::gate)
                .containsExactly(Gate.LAND_SUPPLIED);
        assertThat(Gates.refusing(List.of(LeadStage.LAND), shown(land.profile()))).isEmpty();
        assertThat(Gates.refusing(List.of(LeadStage.LAND), unsupplied(floor.profile()))).isEmpty();
        assertThat(Gates.refusing(List.of(LeadStage.REGISTERED), unsupplied(land.profile())))
                .isEmpty();
    }

    private static Gates.Shown unsupplied(LeadProfile profile) {
        return new Gates.Shown(profile, "somebody", true, true, true, true, false, Set.of());
    }

    @Test
    void aStageThatIsSkippedKeepsItsGates() {
        var nothingKnown =
                new Gates.Shown(
                        LeadDraft.named("某项目").profile(),
                        null,
                        false,
                        false,
                        false,
                        false,
                        false,
                        Set.of());

        assertThat(Gates.refusing(TO_SIGNED, nothingKnown).getFirst().missing())
                .contains("investors", "contacts", "owner", "totalInvestment", "expectedTaxYuan");
    }

    private static List<Gate> gates(LeadDraft draft) {
        return Gates.refusing(List.of(LeadStage.REVIEW), shown(draft.profile())).stream()
                .map(RefusedGate::gate)
                .toList();
    }

    private static Gates.Shown shown(LeadProfile profile) {
        return new Gates.Shown(profile, "somebody", true, true, true, true, true, Set.of());
    }

    private static LeadDraft whole() {
        return WholeLead.draft("年产十万套新型显示模组项目");
    }
}
