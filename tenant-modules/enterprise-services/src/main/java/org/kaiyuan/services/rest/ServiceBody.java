package org.kaiyuan.services.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.files.FileId;
import org.kaiyuan.services.Condition;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.GuideText;
import org.kaiyuan.services.HandlingMode;
import org.kaiyuan.services.LegalGround;
import org.kaiyuan.services.LetterTemplate;
import org.kaiyuan.services.Material;
import org.kaiyuan.services.Procedure;
import org.kaiyuan.services.Sample;
import org.kaiyuan.services.ServiceDefaults;
import org.kaiyuan.services.ServiceId;
import org.kaiyuan.services.ServiceKind;
import org.kaiyuan.services.ServiceNote;
import org.kaiyuan.services.ServiceTrack;

/**
 * What an edition of a service says.
 *
 * @param procedure left out: the ready-made one of its track
 * @param letters left out: the ready-made ones
 */
record ServiceBody(
        @JsonProperty(required = true) GuideText guide,
        @Nullable GuideText english,
        @Nullable List<LegalGround> grounds,
        @Nullable List<MaterialBody> materials,
        @JsonProperty(required = true) ServiceKind kind,
        @Nullable Integer statutoryDays,
        @JsonProperty(required = true) int promisedDays,
        @Nullable Set<HandlingMode> modes,
        @Nullable Integer visits,
        @Nullable String window,
        @Nullable List<String> topics,
        @Nullable FormDefinition form,
        @Nullable Procedure procedure,
        @Nullable List<LetterTemplate> letters,
        @Nullable List<UUID> parts) {

    record SampleBody(
            @JsonProperty(required = true) UUID file, @JsonProperty(required = true) String name) {}

    record MaterialBody(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String name,
            @Nullable String nameEn,
            @Nullable Integer originals,
            @Nullable Integer copies,
            @JsonProperty(required = true) boolean required,
            @Nullable Boolean deferrable,
            @Nullable Boolean held,
            @Nullable String remark,
            @Nullable List<Condition> when,
            @Nullable List<SampleBody> samples) {
        Material material() {
            return new Material(
                    key,
                    name,
                    nameEn,
                    originals == null ? 0 : originals,
                    copies == null ? 0 : copies,
                    required,
                    Boolean.TRUE.equals(deferrable),
                    Boolean.TRUE.equals(held),
                    remark,
                    or(when),
                    or(samples).stream()
                            .map(one -> new Sample(new FileId(one.file()), one.name()))
                            .toList());
        }

        static MaterialBody of(Material material) {
            return new MaterialBody(
                    material.key(),
                    material.name(),
                    material.nameEn(),
                    material.originals(),
                    material.copies(),
                    material.required(),
                    material.deferrable(),
                    material.held(),
                    material.remark(),
                    material.when(),
                    material.samples().stream()
                            .map(one -> new SampleBody(one.file().value(), one.name()))
                            .toList());
        }
    }

    ServiceNote note(ServiceTrack track) {
        return new ServiceNote(
                guide,
                english,
                or(grounds),
                or(materials).stream().map(MaterialBody::material).toList(),
                kind,
                statutoryDays,
                promisedDays,
                modes == null ? Set.of() : modes,
                visits == null ? 0 : visits,
                window,
                or(topics),
                form == null ? new FormDefinition(List.of()) : form,
                procedure == null ? ServiceDefaults.procedure(track, promisedDays) : procedure,
                letters == null ? ServiceDefaults.letters(track) : letters,
                or(parts).stream().map(ServiceId::new).toList());
    }

    static ServiceBody of(ServiceNote note) {
        return new ServiceBody(
                note.guide(),
                note.english(),
                note.grounds(),
                note.materials().stream().map(MaterialBody::of).toList(),
                note.kind(),
                note.statutoryDays(),
                note.promisedDays(),
                note.modes(),
                note.visits(),
                note.window(),
                note.topics(),
                note.form(),
                note.procedure(),
                note.letters(),
                note.parts().stream().map(ServiceId::value).toList());
    }

    private static <T> List<T> or(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
