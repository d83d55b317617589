extension Page {
  /// The script of the table's filter, which also unfolds what is folded before printing; the page
  /// says the same without it.
  static let script = """
    addEventListener('beforeprint', () => {
      for (const part of document.querySelectorAll('details')) part.open = true;
    });
    for (const form of document.querySelectorAll('.filter')) {
      const table = form.parentElement.querySelector('table.laws');
      const rows = [...table.querySelectorAll('tbody tr:not(.chapter)')];
      const fits = (verdict, wanted) => wanted === 'any' ||
        (wanted === 'any but holds' ? verdict !== 'holds' : verdict === wanted);
      const update = () => {
        const text = form.elements.text.value.trim().toLowerCase();
        const wanted = form.elements.verdict.value;
        const format = form.elements.format.value;
        let shown = 0;
        for (const row of rows) {
          const cells = [...row.querySelectorAll('[data-verdict]')];
          row.hidden = !row.textContent.toLowerCase().includes(text) || !cells.some(cell =>
            (format === 'all' || cell.dataset.format === format) &&
            fits(cell.dataset.verdict, wanted));
          if (!row.hidden) shown += 1;
        }
        for (const cell of table.querySelectorAll('[data-format]')) {
          cell.hidden = format !== 'all' && cell.dataset.format !== format;
        }
        for (const body of table.tBodies) {
          body.hidden = ![...body.rows].some(row => !row.hidden && !row.matches('.chapter'));
        }
        form.querySelector('output').textContent = `${shown} of ${rows.length} laws`;
      };
      form.addEventListener('input', update);
      form.addEventListener('submit', event => event.preventDefault());
      form.hidden = false;
      update();
    }
    """
}
