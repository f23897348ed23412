package org.kaiyuan.services.domain;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;

/**
 * All that hinders publishing a note, as far as the note itself says; whether parts of a bundle can be asked for, who keeps them
 * knows. Fields are named as the API has them, such as {@code form.sections[0].fields[3].choices}.
 */
public final class NoteCheck {
    /** Characters of a title. */
    public static final int LONGEST_TITLE = 300;

    /** Parts of a bundle. */
    public static final int MOST_PARTS = 20;

    static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private static final int LONGEST_TEXT = 4000;
    private static final int MOST_DAYS = 365;

    private final ServiceTrack track;
    private final ServiceNote note;
    private final NoteFaults faults = new NoteFaults();

    private NoteCheck(ServiceTrack track, ServiceNote note) {
        this.track = track;
        this.note = note;
    }

    public static List<FieldFault> faults(ServiceTrack track, ServiceNote note) {
        var check = new NoteCheck(track, note);
        check.guide("guide", note.guide());
        check.guide("english", note.english());
        check.grounds();
        check.materials();
        check.days();
        check.rest();
        check.parts();
        FormDefinitionCheck.of(note.form(), check.faults);
        new ProcedureCheck(track, note, check.faults).check();
        LetterCheck.of(track, note.letters(), check.faults);
        return check.faults.found();
    }

    private void guide(String field, @Nullable GuideText guide) {
        if (guide == null) {
            return;
        }
        faults.text(field + ".title", guide.title(), LONGEST_TITLE);
        faults.longest(field + ".audience", guide.audience(), LONGEST_TEXT);
        faults.longest(field + ".conditions", guide.conditions(), LONGEST_TEXT);
        faults.longest(field + ".process", guide.process(), LONGEST_TEXT);
        faults.longest(field + ".fees", guide.fees(), LONGEST_TEXT);
        faults.longest(field + ".result", guide.result(), LONGEST_TEXT);
        faults.longest(field + ".contact", guide.contact(), LONGEST_TEXT);
    }

    private void grounds() {
        if (!faults.most("grounds", note.grounds(), 50)) {
            return;
        }
        for (int i = 0; i < note.grounds().size(); i++) {
            var ground = note.grounds().get(i);
            faults.text("grounds[" + i + "].title", ground.title(), 300);
            faults.longest("grounds[" + i + "].article", ground.article(), 200);
        }
    }

    private void materials() {
        if (!faults.most("materials", note.materials(), 100)) {
            return;
        }
        for (int i = 0; i < note.materials().size(); i++) {
            material("materials[" + i + "]", note.materials().get(i));
        }
        faults.once(note.materials(), Material::key, i -> "materials[" + i + "].key");
    }

    private void material(String field, Material material) {
        if (!KEY.matcher(material.key()).matches()) {
            faults.add(field + ".key", "key");
        }
        faults.text(field + ".name", material.name(), 200);
        faults.longest(field + ".nameEn", material.nameEn(), 200);
        faults.longest(field + ".remark", material.remark(), 1000);
        faults.between(field + ".originals", material.originals(), 0, 99);
        faults.between(field + ".copies", material.copies(), 0, 99);
        if (material.deferrable() && !note.modes().contains(HandlingMode.DEFERRAL)) {
            faults.add(field + ".deferrable", "deferralOff");
        }
        FormDefinitionCheck.conditions(field, material.when(), note.form().fields(), faults);
        if (faults.most(field + ".samples", material.samples(), 10)) {
            for (int i = 0; i < material.samples().size(); i++) {
                faults.text(
                        field + ".samples[" + i + "].name", material.samples().get(i).name(), 200);
            }
        }
    }

    private void days() {
        var statutory = note.statutoryDays();
        if (statutory != null && track == ServiceTrack.TICKET) {
            faults.add("statutoryDays", "ticketHasNoLaw");
        } else if (statutory == null && track == ServiceTrack.STATUTORY) {
            faults.add("statutoryDays", "required");
        } else if (statutory != null) {
            faults.between("statutoryDays", statutory, 1, MOST_DAYS);
        }
        if (note.kind() == ServiceKind.ON_THE_SPOT) {
            // 即办件: on the day of acceptance, or on the next where it came in at its end
            faults.between("promisedDays", note.promisedDays(), 0, 1);
        } else {
            faults.between("promisedDays", note.promisedDays(), 1, MOST_DAYS);
        }
        if (statutory != null && note.promisedDays() > statutory) {
            faults.add("promisedDays", "promisedBeyondLaw", statutory);
        }
    }

    private void rest() {
        faults.between("visits", note.visits(), 0, 20);
        faults.longest("window", note.window(), 200);
        if (track == ServiceTrack.TICKET && !note.modes().isEmpty()) {
            faults.add("modes", "ticketHasNoModes");
        }
        if (faults.most("topics", note.topics(), 10)) {
            for (int i = 0; i < note.topics().size(); i++) {
                faults.text("topics[" + i + "]", note.topics().get(i), 40);
            }
            faults.once(note.topics(), String::strip, i -> "topics[" + i + "]");
        }
    }

    private void parts() {
        int parts = note.parts().size();
        if (track != ServiceTrack.BUNDLE) {
            if (parts > 0) {
                faults.add("parts", "partsOfNoBundle");
            }
        } else if (parts < 2 || parts > MOST_PARTS) {
            faults.add("parts", "between", 2, MOST_PARTS);
        } else if (new HashSet<>(note.parts()).size() < parts) {
            faults.add("parts", "twice");
        }
    }
}
