package org.kaiyuan.ui.doors;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which permissions something takes: one of each set.
 *
 * @param allOf each set is what one use case asks for; most have a single permission
 */
record Needs(Set<Set<String>> allOf) {
    private static final Pattern ONE = Pattern.compile("hasRole\\('([^']+)'\\)");
    private static final Pattern ANY = Pattern.compile("hasAnyRole\\(('[^']+'(?:, *'[^']+')*)\\)");

    private static final Pattern ALL = Pattern.compile("hasAllRoles\\(('[^']+'(?:, *'[^']+')*)\\)");

    static final Needs NOTHING = new Needs(Set.of());

    /** @param expression of a {@code @PreAuthorize} */
    static Needs read(String expression) {
        if (expression.equals("isAuthenticated()")) {
            return NOTHING;
        }
        var one = ONE.matcher(expression);
        if (one.matches()) {
            return new Needs(Set.of(Set.of(one.group(1))));
        }
        var all = ALL.matcher(expression);
        if (all.matches()) {
            return new Needs(quoted(all.group(1)).map(Set::of).collect(Collectors.toSet()));
        }
        var any = ANY.matcher(expression);
        if (any.matches()) {
            return new Needs(Set.of(quoted(any.group(1)).collect(Collectors.toSet())));
        }
        throw new AssertionError(
                "Nobody can read who may, in @PreAuthorize(\"%s\"): write hasRole('<permission>')"
                        .formatted(expression));
    }

    private static Stream<String> quoted(String list) {
        return Stream.of(list.split(", *")).map(one -> one.substring(1, one.length() - 1));
    }

    Needs and(Needs other) {
        return new Needs(
                Stream.concat(allOf.stream(), other.allOf.stream()).collect(Collectors.toSet()));
    }

    boolean areMetBy(Set<String> permissions) {
        return allOf.stream().allMatch(any -> any.stream().anyMatch(permissions::contains));
    }

    /** Those without which nothing is done at all. */
    Set<String> certain() {
        return allOf.stream()
                .filter(any -> any.size() == 1)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> named() {
        return allOf.stream().flatMap(Set::stream).sorted().toList();
    }
}
