package org.kaiyuan.leads;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.search.names.WrittenForms;

/**
 * Something that twins have in common.
 *
 * @param form comparable as it is
 */
public record Likeness(Kind kind, String form) {
    /** What it is a form of, the surest first. */
    public enum Kind {
        CODE,
        INVESTOR,
        PHONE,
        PROJECT
    }

    private static final int LONGEST = 400;

    /** What the lead has in common with its twins: codes, names without place and legal ending, phone numbers. */
    public static Set<Likeness> of(LeadProfile profile) {
        var all = new LinkedHashSet<Likeness>();
        for (var investor : profile.investors()) {
            if (investor.creditCode() != null) {
                all.add(new Likeness(Kind.CODE, investor.creditCode()));
            }
            names(investor.name()).forEach(form -> all.add(new Likeness(Kind.INVESTOR, form)));
        }
        for (var contact : profile.contacts()) {
            phone(contact.phone()).ifPresent(form -> all.add(new Likeness(Kind.PHONE, form)));
        }
        project(profile.projectName()).ifPresent(form -> all.add(new Likeness(Kind.PROJECT, form)));
        return all;
    }

    /** The written forms of a company's name by which it is known again: with and without ending and place. */
    public static Set<String> names(String name) {
        var written = WrittenForms.of(name);
        var forms = new LinkedHashSet<String>();
        add(forms, written.full());
        written.bare().forEach(form -> add(forms, form));
        return forms;
    }

    /** Only digits, the last eleven. */
    public static Optional<String> phone(@Nullable String phone) {
        if (phone == null) {
            return Optional.empty();
        }
        var digits = phone.replaceAll("\\D", "");
        return digits.length() < 7
                ? Optional.empty()
                : Optional.of(digits.substring(Math.max(0, digits.length() - 11)));
    }

    /** A project's name without what every project is called. */
    public static Optional<String> project(String name) {
        var form =
                ChineseText.key(name)
                        .replaceAll("(年产.{1,20}?(?=生产|加工|制造)|[\\s()()《》“”\"·,,。、-])", "")
                        .replaceAll("(建设|生产|投资|制造|基地|工厂|产业化|一期|二期|三期|项目)+$", "");
        return form.length() < 2 ? Optional.empty() : Optional.of(shortened(form));
    }

    private static void add(Set<String> forms, String form) {
        if (form.length() >= 2) {
            forms.add(shortened(form));
        }
    }

    private static String shortened(String form) {
        return form.length() <= LONGEST ? form : form.substring(0, LONGEST);
    }
}
