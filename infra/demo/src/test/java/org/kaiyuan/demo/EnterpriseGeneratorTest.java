package org.kaiyuan.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.platform.search.names.ChineseText;

class EnterpriseGeneratorTest {
    private static final List<DemoEnterprise> ALL =
            DemoLoading.enterprises().values().stream().flatMap(List::stream).toList();

    @Test
    void the_same_seed_invents_the_same_enterprises() {
        var again = DemoLoading.enterprises().values().stream().flatMap(List::stream).toList();

        assertThat(again).isEqualTo(ALL);
    }

    @Test
    void every_populated_zone_has_about_fifteen_hundred() {
        assertThat(DemoLoading.enterprises().keySet())
                .extracting(Place::code)
                .containsExactlyInAnyOrder("deyang", "luzhou", "zigong", "dazhou");
        assertThat(DemoLoading.enterprises().values())
                .allSatisfy(zone -> assertThat(zone).hasSizeBetween(1400, 1600));
    }

    @Test
    void every_credit_code_is_valid_and_there_once() {
        var codes = ALL.stream().map(DemoEnterprise::creditCode).filter(Objects::nonNull).toList();

        assertThat(codes).hasSizeGreaterThan(5900).doesNotHaveDuplicates();
        assertThat(codes).allMatch(CreditCode::isValid);
    }

    @Test
    void every_id_is_there_once() {
        assertThat(ALL).extracting(DemoEnterprise::id).doesNotHaveDuplicates();
    }

    @Test
    void flags_follow_from_revenue() {
        assertThat(ALL)
                .allSatisfy(e -> {
                    if (e.aboveScale()) {
                        assertThat(e.fourAbove()).isTrue();
                    }
                    if (e.fourAbove()) {
                        assertThat(e.years().getLast().revenueYuan())
                                .isGreaterThanOrEqualTo(20_000_000);
                    }
                });
        assertThat(ALL.stream().filter(DemoEnterprise::aboveScale).count()).isBetween(600L, 3600L);
    }

    @Test
    void days_are_in_order() {
        assertThat(ALL)
                .allSatisfy(e -> {
                    assertThat(e.settledOn()).isAfterOrEqualTo(e.foundedOn());
                    if (e.deregisteredOn() != null) {
                        assertThat(e.deregisteredOn()).isAfterOrEqualTo(e.settledOn());
                    }
                    assertThat(e.qualifications()).allMatch(q -> q.until().isAfter(q.from()));
                });
    }

    @Test
    void a_few_were_recorded_twice_so_that_merging_can_be_tried() {
        var twins = ALL.stream().filter(e -> e.creditCode() == null).toList();

        assertThat(twins).hasSizeBetween(12, 60).allMatch(e -> e.tags().contains("疑似重复"));
    }

    @Test
    void phone_numbers_have_a_prefix_that_no_operator_assigns() {
        assertThat(ALL)
                .flatExtracting(DemoEnterprise::contacts)
                .allMatch(contact -> contact.phone().startsWith("1110000"));
    }

    @Test
    void most_of_a_zone_works_in_what_the_plan_says_of_it() {
        assertThat(share("luzhou", "优质白酒")).isGreaterThan(0.6);
        assertThat(share("deyang", "清洁能源装备")).isGreaterThan(0.2);
        assertThat(share("zigong", "节能环保")).isGreaterThan(0.3);
        assertThat(share("dazhou", "清洁能源") + share("dazhou", "先进复合材料")).isGreaterThan(0.35);
    }

    @Test
    void no_name_is_taken_from_the_registry_sample() throws IOException {
        var sample = sample();
        assumeTrue(sample != null, "the registry sample is not on this machine");
        var real = names(Objects.requireNonNull(sample));
        assertThat(real).hasSizeGreaterThan(50_000);

        assertThat(
                        ALL.stream()
                                .flatMap(e ->
                                        Stream.concat(
                                                Stream.of(e.name()),
                                                e.formerNames().stream()
                                                        .map(DemoEnterprise.Former::name)))
                                .filter(name -> real.contains(ChineseText.key(name))))
                .isEmpty();
    }

    @Test
    void a_large_sample_repeats_no_name_and_no_code() {
        var seen = new HashSet<String>();
        var codes = new HashSet<String>();
        EnterpriseGenerator.of(Place.sample(3), 7, 1_000_000).stream(20_000)
                .forEach(e -> {
                    assertThat(seen.add(e.name())).isTrue();
                    if (e.creditCode() != null) {
                        assertThat(codes.add(e.creditCode())).isTrue();
                    }
                });
    }

    @Test
    void the_plan_names_104_zones_with_a_code_each() {
        assertThat(DemoZone.all()).hasSize(104).extracting(DemoZone::code).doesNotHaveDuplicates();
    }

    private static double share(String zone, String subIndustry) {
        var all =
                DemoLoading.enterprises().entrySet().stream()
                        .filter(entry -> entry.getKey().code().equals(zone))
                        .flatMap(entry -> entry.getValue().stream())
                        .toList();
        return (double) all.stream().filter(e -> subIndustry.equals(e.subIndustry())).count()
                / all.size();
    }

    private static @Nullable Path sample() {
        return Stream.of("/work/shared", System.getProperty("kaiyuan.root", ".") + "/../shared")
                .map(folder -> Path.of(folder, "data/enterprises/sichuan_enterprises_51k.csv.gz"))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
    }

    private static Set<String> names(Path sample) throws IOException {
        var names = new HashSet<String>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(sample)),
                                StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> names.add(ChineseText.key(line.split(",", 2)[0])));
        }
        return names;
    }
}
