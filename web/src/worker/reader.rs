//! Workshops: from their files to what the page shows, and what holds of what a learner wrote.

use std::collections::BTreeMap;

use stair::Compiler;
use stair::bytecode::program::hash_source;
use stair_exercise::{Answer, Exercise, Grader, Item, ItemKind, MAX_EXERCISES, unveil, veil};
use stair_protocol::{
    AskedQuestion, Course, Given, HandedIn, Judgement, LearnAnswer, LearnRequest, PaneBuilder, PaneDoc, Profile,
    SUMMARY_FORMAT, Sealed, Task, Unveiled, WORKSHOP_VERSION, Workshop, WorkshopSource,
};
use stair_web::coloured;
use stair_web::highlight::push_line;
use stair_web::listing::{push_listing, stage_of, with_listings};
use stair_web::vetted::vetted;

/// Serves what is asked about workshops.
pub(crate) fn serve(request: LearnRequest) -> LearnAnswer {
    match request {
        LearnRequest::Open(source) => LearnAnswer::Opened(open(source)),
        LearnRequest::Unveil(sealed) => LearnAnswer::Unveiled(exercise(&sealed).map(|(found, _)| unveiled(&found))),
        LearnRequest::Write(workshop, given) => LearnAnswer::Written(written(workshop, given)),
        LearnRequest::Read(text) => LearnAnswer::Read(
            HandedIn::from_json(&text)
                .map(|handed_in| (handed_in.workshop, handed_in.exercises.into_iter().map(Given::from).collect())),
        ),
    }
}

fn open(source: WorkshopSource) -> Result<Course, String> {
    let (title, problems, sealed) = match source {
        WorkshopSource::Exported(text) => {
            let workshop = Workshop::from_json(&text)?;
            let sealed =
                workshop.exercises.into_iter().map(|exported| Sealed { file: exported.file, veiled: exported.veiled });
            (workshop.title, workshop.problems, sealed.collect::<Vec<_>>())
        }
        WorkshopSource::Parts(title, parts) => {
            let sealed = parts.into_iter().map(|(file, json)| Sealed { file, veiled: veil(&json) });
            (title, Vec::new(), sealed.collect())
        }
    };
    if sealed.len() > MAX_EXERCISES {
        return Err(format!("it has more than {MAX_EXERCISES} exercises"));
    }
    let mut course = Course { title, problems, tasks: Vec::new() };
    for sealed in sealed {
        let (found, edition) = exercise(&sealed)?;
        if course.tasks.iter().any(|task: &Task| task.id == found.id.text) {
            return Err(format!("there are two exercises `{}`", found.id.text));
        }
        course.tasks.push(task(&found, sealed, edition));
    }
    Ok(course)
}

/// The exercise in a file, and a number for its edition.
fn exercise(sealed: &Sealed) -> Result<(Exercise, u64), String> {
    let cannot = |why: &str| format!("the exercise {} cannot be read: {why}", sealed.file);
    let text = unveil(&sealed.veiled).ok_or_else(|| cannot("there is none behind the veil"))?;
    let found: Exercise = serde_json::from_str(&text).map_err(|error| cannot(&error.to_string()))?;
    Ok((found.unpacked(&sealed.file), hash_source(&text)))
}

fn task(found: &Exercise, sealed: Sealed, edition: u64) -> Task {
    let mut listings = Vec::new();
    let statement = with_listings(&vetted(&found.statement), &mut listings, &paint);
    let questions = found.questions.iter().map(|question| AskedQuestion {
        id: question.id.text.clone(),
        text: vetted(&question.text),
        choices: question.choices.iter().map(|choice| choice.text.clone()).collect(),
    });
    Task {
        id: found.id.text.clone(),
        title: found.title.clone(),
        edition,
        sealed,
        statement,
        listings,
        starter: found.starter.as_ref().map(|block| block.code.text().to_owned()),
        may_lack_main: found.tests.is_some(),
        profile: match found.profile {
            stair::Profile::Debug => Profile::Debug,
            stair::Profile::Release => Profile::Release,
        },
        questions: questions.collect(),
        hints: found.hints.len(),
        has_solution: found.solution.is_some(),
    }
}

fn unveiled(found: &Exercise) -> Unveiled {
    // Programs in hints are read, not opened: their buttons would be about other listings.
    let shown = |html: &str| {
        with_listings(&vetted(html), &mut Vec::new(), &paint).replace("data-listing=", "hidden data-none=")
    };
    let solution = found.solution.as_ref().map(|block| block.code.text().to_owned());
    let mut listing = String::new();
    if let Some(solution) = &solution {
        push_listing(&mut listing, "solution", solution, &mut Vec::new(), &|_, text| paint("rust", text));
    }
    Unveiled {
        hints: found.hints.iter().map(|hint| shown(&hint.html)).collect(),
        solution,
        listing,
        explanation: shown(&found.explanation),
    }
}

/// A listing in colours.
fn paint(language: &str, text: &str) -> Option<PaneDoc> {
    if language == "rust" {
        return Some(coloured::source(text));
    }
    let stage = stage_of(language)?;
    let mut doc = PaneBuilder::new();
    for line in text.lines() {
        push_line(&mut doc, stage, line);
        doc.end_line(0, None);
    }
    Some(doc.finish())
}

fn written(workshop: String, given: Vec<Given>) -> Vec<u8> {
    let handed_in = HandedIn {
        format: SUMMARY_FORMAT.to_owned(),
        version: WORKSHOP_VERSION,
        workshop,
        exercises: given.into_iter().map(Into::into).collect(),
    };
    handed_in.to_json().into_bytes()
}

/// Says what holds of an answer: hands out each judgement with how many there will be. The result is whether all of it holds.
pub(crate) fn grade(
    compiler: &Compiler,
    sealed: &Sealed,
    given: Given,
    reveal: bool,
    each: &mut dyn FnMut(u32, Judgement),
) -> Result<bool, String> {
    let (found, _) = exercise(sealed)?;
    let grader = Grader::brief(compiler.clone());
    let questions: BTreeMap<String, String> = given.answers;
    let answer = Answer { program: given.program, questions };
    let report = grader.grade_each(&found, &answer, &mut |of, item| {
        each(u32::try_from(of).unwrap_or(u32::MAX), judgement(&grader, &found, item, reveal));
    });
    Ok(report.is_solved())
}

fn judgement(grader: &Grader, found: &Exercise, item: &Item, reveal: bool) -> Judgement {
    // What an author writes is HTML in an exported exercise.
    let is_html = matches!(item.kind, ItemKind::Question | ItemKind::Check);
    let is_question = item.kind == ItemKind::Question;
    let question = found.questions.iter().find(|question| is_question && question.id.text == item.name);
    // What is said of the answer may give it away.
    let explain = question.filter(|_| item.passed || reveal).map(|question| vetted(&question.explain));
    Judgement {
        question: question.map(|question| question.id.text.clone()),
        asked: if is_html { String::new() } else { item.asked.clone() },
        html: if is_html { vetted(&item.asked) } else { String::new() },
        passed: item.passed,
        found: item.found.clone(),
        place: item.place.map(|place| ((place.start, place.end), place.line)),
        explain: explain.unwrap_or_default(),
        answer: question.filter(|_| reveal).and_then(|question| grader.answer(found, &question.id.text).ok()),
    }
}
