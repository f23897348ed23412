package org.kaiyuan.leads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.access.ZonePeople;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.search.names.ChineseText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the words in the cells of a file stand for: stages as the zone calls them, ways, fairs, countries, people. */
@Component
class ImportedWords {
    private final Messages messages;
    private final LeadRulesKeeping rules;
    private final ZonePeople people;
    private final JdbcTemplate jdbc;

    ImportedWords(Messages messages, LeadRulesKeeping rules, ZonePeople people, JdbcTemplate jdbc) {
        this.messages = messages;
        this.rules = rules;
        this.people = people;
        this.jdbc = jdbc;
    }

    /** Those of the current zone, as they are now; to be read in a transaction and used in it. */
    Words read() {
        var stages = words(LeadStage.values());
        for (var choice : rules.current().stages()) {
            if (choice.name() != null) {
                stages.put(ChineseText.key(choice.name()), choice.stage());
            }
        }
        var ways = words(InvestmentWay.values());
        for (var way : InvestmentWay.values()) {
            var word = messages.of(Locale.SIMPLIFIED_CHINESE, way);
            ways.put(ChineseText.key(word.replace("招商", "")), way);
        }
        var fairs = new HashMap<String, UUID>();
        jdbc.query(
                "select name, id from leads.fair order by held_on, id",
                row -> {
                    fairs.put(ChineseText.key(row.getString(1)), row.getObject(2, UUID.class));
                });
        return new Words(stages, ways, words(ProjectNature.values()), fairs, people);
    }

    private <E extends Enum<E>> Map<String, E> words(E[] constants) {
        var words = new HashMap<String, E>();
        for (var constant : constants) {
            words.put(ChineseText.key(constant.name()), constant);
            words.put(ChineseText.key(messages.of(Locale.ENGLISH, constant)), constant);
            words.put(ChineseText.key(messages.of(Locale.SIMPLIFIED_CHINESE, constant)), constant);
        }
        return words;
    }

    /** Whose a lead becomes. */
    record Owner(String username, String name, @Nullable String team) {}

    /** One reading; looks each name of a person up once. */
    static final class Words {
        private static final Map<String, String> COUNTRIES = countries();
        private static final int PEOPLE = 20;

        private final Map<String, LeadStage> stages;
        private final Map<String, InvestmentWay> ways;
        private final Map<String, ProjectNature> natures;
        private final Map<String, UUID> fairs;
        private final ZonePeople people;
        private final Map<String, List<Owner>> known = new HashMap<>();

        Words(
                Map<String, LeadStage> stages,
                Map<String, InvestmentWay> ways,
                Map<String, ProjectNature> natures,
                Map<String, UUID> fairs,
                ZonePeople people) {
            this.stages = stages;
            this.ways = ways;
            this.natures = natures;
            this.fairs = fairs;
            this.people = people;
        }

        @Nullable LeadStage stage(String typed) {
            return stages.get(ChineseText.key(typed));
        }

        @Nullable InvestmentWay way(String typed) {
            return ways.get(ChineseText.key(typed));
        }

        @Nullable ProjectNature nature(String typed) {
            return natures.get(ChineseText.key(typed));
        }

        @Nullable UUID fair(String typed) {
            return fairs.get(ChineseText.key(typed));
        }

        /** ISO 3166; what was typed where nobody knows it. */
        String country(String typed) {
            return COUNTRIES.getOrDefault(ChineseText.key(typed), typed.toUpperCase(Locale.ROOT));
        }

        /** Whoever is called or signs in so and may look at leads: none, one, or several of one name. */
        List<Owner> owners(String typed) {
            return known.computeIfAbsent(typed.strip(), this::lookUp);
        }

        private List<Owner> lookUp(String typed) {
            var owners = new ArrayList<Owner>();
            for (var one : people.find(typed, PEOPLE)) {
                boolean same =
                        one.username().equalsIgnoreCase(typed) || one.displayName().equals(typed);
                if (same && one.permissions().contains(LeadPermissions.READ)) {
                    var owner =
                            new Owner(
                                    one.username(),
                                    one.displayName(),
                                    people.teamOf(one.username()));
                    if (one.username().equalsIgnoreCase(typed)) {
                        return List.of(owner); // a sign-in name is nobody else's
                    }
                    owners.add(owner);
                }
            }
            return owners;
        }

        private static Map<String, String> countries() {
            var countries = new HashMap<String, String>();
            for (var iso : Locale.getISOCountries()) {
                var country = Locale.of("", iso);
                countries.put(
                        ChineseText.key(country.getDisplayCountry(Locale.SIMPLIFIED_CHINESE)), iso);
                countries.put(ChineseText.key(country.getDisplayCountry(Locale.ENGLISH)), iso);
                countries.put(ChineseText.key(iso), iso);
            }
            Map.of(
                            "中华人民共和国", "CN",
                            "内资", "CN",
                            "境内", "CN",
                            "香港", "HK",
                            "中国香港", "HK",
                            "澳门", "MO",
                            "中国澳门", "MO",
                            "台湾", "TW",
                            "中国台湾", "TW",
                            "美利坚合众国", "US")
                    .forEach((word, iso) -> countries.put(ChineseText.key(word), iso));
            return countries;
        }
    }

    /** How a country is written for people. */
    static String country(Optional<String> iso, Locale locale) {
        return iso.map(code -> Locale.of("", code).getDisplayCountry(locale)).orElse("");
    }
}
