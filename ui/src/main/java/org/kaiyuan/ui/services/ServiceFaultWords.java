package org.kaiyuan.ui.services;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.ServiceNote;

/** Where a fault of a service is, in the words of who writes it. */
final class ServiceFaultWords {
    /** The tabs of the editor, in their order. */
    enum Tab {
        GUIDE,
        MATERIALS,
        FORM,
        PROCEDURE,
        LETTERS,
        PARTS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Pattern INDEX = Pattern.compile("([A-Za-z]+)\\[(\\d+)]");
    private static final String WORD = "ui.services.catalogue.field.";

    private final Messages messages;
    private final Locale locale;
    private final ServiceNote note;

    ServiceFaultWords(Messages messages, Locale locale, ServiceNote note) {
        this.messages = messages;
        this.locale = locale;
        this.note = note;
    }

    static Tab tab(String field) {
        for (var tab : List.of(Tab.MATERIALS, Tab.FORM, Tab.PROCEDURE, Tab.LETTERS, Tab.PARTS)) {
            if (field.equals(tab.key())
                    || field.startsWith(tab.key() + "[")
                    || field.startsWith(tab.key() + ".")) {
                return tab;
            }
        }
        return Tab.GUIDE;
    }

    /** In the order of the tabs. */
    static List<FieldFault> ordered(List<FieldFault> faults) {
        return faults.stream().sorted(Comparator.comparing(one -> tab(one.field()))).toList();
    }

    /** Those that begin with it, or are it. */
    static List<FieldFault> of(List<FieldFault> faults, String prefix) {
        return faults.stream()
                .filter(one ->
                        one.field().equals(prefix)
                                || one.field().startsWith(prefix + ".")
                                || one.field().startsWith(prefix + "["))
                .toList();
    }

    /** Where it is, and what is wrong. */
    String whole(FieldFault fault) {
        return place(fault.field()) + messages.text(locale, WORD + "says") + sentence(fault);
    }

    String sentence(FieldFault fault) {
        return messages.text(locale, fault.messageKey(), fault.arguments().toArray());
    }

    /** Such as 材料「营业执照」名称. */
    String place(String field) {
        var said = new StringBuilder();
        var path = new StringBuilder();
        for (var part : field.split("\\.")) {
            path.append(path.isEmpty() ? "" : ".").append(part);
            var indexed = INDEX.matcher(part);
            var words =
                    indexed.matches()
                            ? line(
                                    indexed.group(1),
                                    Integer.parseInt(indexed.group(2)),
                                    path.toString())
                            : word(part);
            if (!words.isEmpty() && !said.isEmpty()) {
                said.append(' ');
            }
            said.append(words);
        }
        return said.toString();
    }

    private String line(String list, int index, String path) {
        var name = name(list, index, path);
        return name == null || name.isBlank()
                ? messages.text(locale, WORD + "nth", word(list), index + 1)
                : messages.text(locale, WORD + "named", word(list), name);
    }

    private @Nullable String name(String list, int index, String path) {
        return switch (list) {
            case "materials" ->
                    at(note.materials().stream().map(one -> one.name()).toList(), index);
            case "sections" ->
                    at(note.form().sections().stream().map(one -> one.title()).toList(), index);
            case "seats" ->
                    at(note.procedure().seats().stream().map(one -> one.name()).toList(), index);
            case "steps" ->
                    at(
                            note.procedure().steps().stream()
                                    .map(one -> messages.of(locale, one.step()))
                                    .toList(),
                            index);
            case "letters" ->
                    at(
                            note.letters().stream()
                                    .map(one -> messages.of(locale, one.kind()))
                                    .toList(),
                            index);
            case "fields" -> fieldName(path, index);
            default -> null;
        };
    }

    private @Nullable String fieldName(String path, int index) {
        var section = INDEX.matcher(path);
        if (!section.find()) {
            return null;
        }
        int at = Integer.parseInt(section.group(2));
        return at >= note.form().sections().size()
                ? null
                : at(
                        note.form().sections().get(at).fields().stream()
                                .map(one -> one.label())
                                .toList(),
                        index);
    }

    private static @Nullable String at(List<String> names, int index) {
        return index < names.size() ? names.get(index) : null;
    }

    /** Nothing where there is no word for it. */
    private String word(String part) {
        var key = WORD + part;
        var word = messages.text(locale, key);
        return word.equals(key) ? "" : word;
    }
}
