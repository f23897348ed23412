package org.kaiyuan;

import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of docs/architecture.md and who may know whom. */
class MapOfTheHouseTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.kaiyuan");

    @Test
    void the_rooms_know_only_whom_they_may_know() {
        ApplicationModules.of("org.kaiyuan").verify();
    }

    @Test
    void a_class_in_no_room_fails_the_build() {
        everyClassIsInARoom().check(HOUSE);
    }

    @Test
    void the_rule_about_rooms_sees_a_class_in_no_room() {
        var homeless = new ClassFileImporter().importClasses(MapOfTheHouseTest.class);

        assertThatThrownBy(() -> everyClassIsInARoom().check(homeless))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("MapOfTheHouseTest");
    }

    @Test
    void only_the_search_room_touches_the_elasticsearch_client() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.kaiyuan.platform.search..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "co.elastic.clients.elasticsearch..", "co.elastic.clients.transport..")
                .because("the third wall stands in SearchDoor")
                .check(HOUSE.that(DescribedPredicate.not(inPackage("org.kaiyuan.bench"))));
    }

    @Test
    void nobody_knows_the_ui_or_the_infrastructure() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.kaiyuan.platform..",
                        "org.kaiyuan.enterprises..",
                        "org.kaiyuan.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.kaiyuan.ui..",
                        "org.kaiyuan.embedded..",
                        "org.kaiyuan.demo..",
                        "org.kaiyuan.bench..",
                        "com.vaadin..")
                .check(HOUSE);
    }

    @Test
    void the_doors_that_ask_for_no_permission_are_the_portals_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.kaiyuan.portal..",
                        "org.kaiyuan.services..",
                        "org.kaiyuan.enterprises.own..",
                        "org.kaiyuan.platform.access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.kaiyuan.enterprises.own..", "org.kaiyuan.platform.access.portal..")
                .because(
                        "the portal decides who registers, and whose record one reads; services fill in and follow what the record says")
                .check(HOUSE);
    }

    @Test
    void domain_classes_have_no_clock_of_their_own() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void no_room_is_a_lumber_room() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..impl..",
                        "..dto..",
                        "..manager..",
                        "..helper..")
                .check(HOUSE);
    }

    @Test
    void the_house_is_not_empty() {
        assertThat(HOUSE).hasSizeGreaterThan(50);
    }

    private static ArchRule everyClassIsInARoom() {
        return classes()
                .that(
                        DescribedPredicate.describe(
                                "are written by us",
                                (JavaClass c) -> !c.getSimpleName().equals("package-info")))
                .should(have(DescribedPredicate.describe("a room", MapOfTheHouseTest::isInARoom)))
                .because("every class belongs to the room of its word");
    }

    private static boolean isInARoom(JavaClass type) {
        Optional<JavaPackage> at = Optional.of(type.getPackage());
        while (at.isPresent()) {
            if (at.get().isAnnotatedWith(ApplicationModule.class)) {
                return true;
            }
            at = at.get().getParent();
        }
        return false;
    }

    private static DescribedPredicate<JavaClass> inPackage(String name) {
        return DescribedPredicate.describe(
                "in " + name, type -> type.getPackageName().startsWith(name));
    }
}
