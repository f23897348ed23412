package org.kaiyuan.services.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kaiyuan.services.LetterPlace;
import org.kaiyuan.services.LetterTemplate;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceTrack;

/** Whether templates of letters name only places that can be filled in, and every number is another. */
final class LetterCheck {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Set<String> ALL = words(EnumSet.allOf(LetterPlace.class));
    private static final Set<String> OF_NUMBER =
            words(EnumSet.of(LetterPlace.ZONE, LetterPlace.YEAR, LetterPlace.NUMBER));

    private LetterCheck() {}

    static void of(ServiceTrack track, List<LetterTemplate> letters, NoteFaults faults) {
        var kinds = ServiceDefaults.kinds(track);
        for (int i = 0; i < letters.size(); i++) {
            var letter = letters.get(i);
            var at = "letters[" + i + "]";
            if (!kinds.contains(letter.kind())) {
                faults.add(at + ".kind", "letterNotHere", letter.kind());
            }
            faults.text(at + ".title", letter.title(), 200);
            faults.text(at + ".numbering", letter.numbering(), 100);
            faults.text(at + ".body", letter.body(), 10_000);
            places(at + ".title", letter.title(), ALL, faults);
            places(at + ".body", letter.body(), ALL, faults);
            places(at + ".numbering", letter.numbering(), OF_NUMBER, faults);
            if (!letter.numbering().isBlank() && !letter.numbering().contains("{number}")) {
                faults.add(at + ".numbering", "numbering");
            }
        }
        faults.once(letters, LetterTemplate::kind, i -> "letters[" + i + "].kind");
    }

    private static void places(String field, String text, Set<String> known, NoteFaults faults) {
        var unknown =
                PLACE.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .filter(place -> !known.contains(place))
                        .findFirst();
        unknown.ifPresent(place -> faults.add(field, "place", "{" + place + "}"));
        var left = PLACE.matcher(text).replaceAll("");
        if (unknown.isEmpty() && (left.indexOf('{') >= 0 || left.indexOf('}') >= 0)) {
            faults.add(field, "brace");
        }
    }

    private static Set<String> words(Set<LetterPlace> places) {
        return Arrays.stream(LetterPlace.values())
                .filter(places::contains)
                .map(place -> place.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }
}
