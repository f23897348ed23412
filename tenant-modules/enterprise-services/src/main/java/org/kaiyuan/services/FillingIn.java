package org.kaiyuan.services;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kaiyuan.platform.search.names.ChineseText;

/** What of the things that people fill in is kept, shown and handed in, by the edition that counts. */
final class FillingIn {
    private FillingIn() {}

    /** Whoever begins is asked back, until they name somebody else. */
    static Applicant begunBy(String name) {
        return new Applicant(
                name.length() <= HandingIn.LONGEST_NAME ? ChineseText.storable(name) : "", "");
    }

    /** Without what the edition does not ask for. */
    static FilledIn known(ServiceNote note, FilledIn filledIn) {
        var materials =
                note.materials().stream()
                        .map(Material::key)
                        .collect(Collectors.toCollection(HashSet::new));
        materials.retainAll(filledIn.deferred());
        return new FilledIn(
                known(note.form(), filledIn.answers()),
                filledIn.applicant(),
                filledIn.pledged(),
                materials);
    }

    /** With whom the form names already, where nobody else was named: nothing is asked for twice. */
    static FilledIn shown(ServiceNote note, FilledIn filledIn) {
        var known = known(note, filledIn);
        var applicant = known.applicant();
        return new FilledIn(
                known.answers(),
                new Applicant(
                        named(
                                applicant.name(),
                                Prefill.APPLICANT_NAME,
                                HandingIn.LONGEST_NAME,
                                note,
                                known.answers()),
                        named(
                                applicant.phone(),
                                Prefill.APPLICANT_PHONE,
                                HandingIn.LONGEST_PHONE,
                                note,
                                known.answers())),
                known.pledged(),
                known.deferred());
    }

    private static String named(
            String said, Prefill of, int most, ServiceNote note, FormAnswers answers) {
        return said.isBlank()
                ? note.form().fields().stream()
                        .filter(field -> field.prefill() == of)
                        .map(field -> answers.one(field.key()))
                        .filter(one -> one != null && !one.isBlank() && one.length() <= most)
                        .findFirst()
                        .orElse(said)
                : said;
    }

    /** What is handed in of a draft: a pledge, or a paper that follows, only where the edition of now takes it. */
    static FilledIn asIs(ServiceNote note, FilledIn filledIn) {
        var shown = shown(note, filledIn);
        var deferred =
                note.modes().contains(HandlingMode.DEFERRAL)
                        ? note.materials().stream()
                                .filter(Material::deferrable)
                                .filter(one ->
                                        FormConditions.hold(
                                                one.when(), note.form(), shown.answers()))
                                .map(Material::key)
                                .filter(shown.deferred()::contains)
                                .collect(Collectors.toSet())
                        : Set.<String>of();
        return new FilledIn(
                shown.answers(),
                shown.applicant(),
                shown.pledged() && note.modes().contains(HandlingMode.PLEDGE),
                deferred);
    }

    /** Without what the form does not ask for. */
    static FormAnswers known(FormDefinition form, FormAnswers answers) {
        var fields = new HashSet<String>();
        var tables = new HashSet<String>();
        form.fields()
                .forEach(one -> (one.kind() == FieldKind.TABLE ? tables : fields).add(one.key()));
        var values = new HashMap<>(answers.values());
        values.keySet().retainAll(fields);
        var rows = new HashMap<>(answers.tables());
        rows.keySet().retainAll(tables);
        return new FormAnswers(values, rows);
    }

    static FilledIn storable(FilledIn filledIn) {
        return new FilledIn(
                storable(filledIn.answers()),
                storable(filledIn.applicant()),
                filledIn.pledged(),
                filledIn.deferred());
    }

    private static Applicant storable(Applicant applicant) {
        return new Applicant(
                ChineseText.storable(applicant.name()), ChineseText.storable(applicant.phone()));
    }

    /** Without what the database does not take. */
    static FormAnswers storable(FormAnswers answers) {
        var values = new HashMap<String, List<String>>();
        answers.values()
                .forEach((key, said) ->
                        values.put(key, said.stream().map(ChineseText::storable).toList()));
        var tables = new HashMap<String, List<Map<String, String>>>();
        answers.tables()
                .forEach((key, rows) ->
                        tables.put(key, rows.stream().map(FillingIn::storableRow).toList()));
        return new FormAnswers(values, tables);
    }

    private static Map<String, String> storableRow(Map<String, String> row) {
        var kept = new HashMap<String, String>();
        row.forEach((key, cell) -> kept.put(ChineseText.storable(key), ChineseText.storable(cell)));
        return kept;
    }
}
