package org.kaiyuan.enterprises.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ContactLine;
import org.kaiyuan.enterprises.EnterpriseProfile;
import org.kaiyuan.enterprises.FormerName;
import org.kaiyuan.enterprises.QualificationLine;
import org.kaiyuan.enterprises.YearlyFigures;

/** One profile of two: chosen fields from the other, children of both, nothing twice. */
public final class MergedProfile {
    private final EnterpriseProfile mine;
    private final EnterpriseProfile others;
    private final Set<String> fromOther;

    private MergedProfile(EnterpriseProfile mine, EnterpriseProfile others, Set<String> fromOther) {
        this.mine = mine;
        this.others = others;
        this.fromOther = fromOther;
    }

    /** @param fromOther fields, as the API names them; {@code figures} lets the other's years win */
    public static EnterpriseProfile of(
            EnterpriseProfile mine, EnterpriseProfile others, Set<String> fromOther) {
        return new MergedProfile(mine, others, fromOther).merged();
    }

    private EnterpriseProfile merged() {
        var capital = from("registeredCapital");
        return new EnterpriseProfile(
                from("name").name(),
                formerNames(),
                from("shortName").shortName(),
                code(),
                from("kind").kind(),
                from("status").status(),
                capital.registeredCapital(),
                capital.capitalCurrency(),
                from("foundedOn").foundedOn(),
                from("settledOn").settledOn(),
                from("deregisteredOn").deregisteredOn(),
                from("industryCode").industryCode(),
                from("leadingIndustry").leadingIndustry(),
                from("subIndustry").subIndustry(),
                from("chainPosition").chainPosition(),
                from("divisionCode").divisionCode(),
                from("city").city(),
                from("address").address(),
                from("zoneLocation").zoneLocation(),
                from("businessScope").businessScope(),
                from("products").products(),
                from("website").website(),
                from("aboveScale").aboveScale(),
                from("fourAbove").fourAbove(),
                contacts(),
                qualifications(),
                figures(),
                tags());
    }

    private EnterpriseProfile from(String field) {
        return fromOther.contains(field) ? others : mine;
    }

    /** A credit code is never lost because the survivor had none. */
    private @Nullable String code() {
        var chosen = from("creditCode").creditCode();
        return chosen != null
                ? chosen
                : mine.creditCode() != null ? mine.creditCode() : others.creditCode();
    }

    /** Of both; the one that is the name again is none any more. */
    private List<FormerName> formerNames() {
        return union(mine.formerNames(), others.formerNames(), FormerName::name).stream()
                .filter(former -> !former.name().equals(from("name").name()))
                .toList();
    }

    private List<ContactLine> contacts() {
        return union(
                mine.contacts(),
                others.contacts(),
                line ->
                        List.of(
                                line.name(),
                                Objects.toString(line.phone()),
                                Objects.toString(line.email())));
    }

    private List<QualificationLine> qualifications() {
        return union(
                mine.qualifications(),
                others.qualifications(),
                line -> List.of(line.kindCode(), Objects.toString(line.number())));
    }

    private List<YearlyFigures> figures() {
        return fromOther.contains("figures")
                ? union(others.figures(), mine.figures(), YearlyFigures::year)
                : union(mine.figures(), others.figures(), YearlyFigures::year);
    }

    private Set<String> tags() {
        var both = new TreeSet<>(mine.tags());
        both.addAll(others.tags());
        return both;
    }

    private static <T> List<T> union(List<T> first, List<T> second, Function<T, Object> key) {
        var all = new ArrayList<>(first);
        var seen = first.stream().map(key).collect(Collectors.toCollection(HashSet::new));
        second.stream().filter(line -> seen.add(key.apply(line))).forEach(all::add);
        return List.copyOf(all);
    }
}
