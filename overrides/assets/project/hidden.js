// What a project hides: the same as macros/loading/tailoring/project_hiding.py, where it is explained. A test gives both the same projects.
// It needs no page: what does not always apply, answers by question, and ways by activity go in, and references come out.
(() => {
  const project = window.handbookProject;

  const hidden = (only, { profile, cuts }) => {
    const ways = Object.fromEntries(Object.entries(cuts).map(([id, { way }]) => [id, way]));
    const lost = new Set(project.lost(only, profile, ways));
    const areLost = (numbers) => numbers.length > 0 && numbers.every((number) => lost.has(only.activities[number].id));
    const others = Object.entries(only.others).filter(([, conditions]) => !project.applies(conditions, profile)).map(([ref]) => ref);
    const orphans = Object.entries(only.behind).filter(([, numbers]) => areLost(numbers)).map(([ref]) => ref);
    return new Set([...[...lost].map((id) => `activities/${id}`), ...others, ...orphans]);
  };

  project.hidden = hidden;
})();
