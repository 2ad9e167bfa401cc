for (const table of document.querySelectorAll('table.sortable')) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') !== 'descending';
      heads.forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const number = head.classList.contains('number');
      const key = row => {
        const text = row.cells[column].textContent;
        return number ? parseFloat(text.replace('−', '-').replaceAll(',', '')) : text;
      };
      const compare = (a, b) => number
        ? (isNaN(a) ? 1 : isNaN(b) ? -1 : down ? b - a : a - b)
        : (down ? b.localeCompare(a) : a.localeCompare(b));
      const rows = [...table.tBodies[0].rows].map(row => [key(row), row]);
      rows.sort((a, b) => compare(a[0], b[0]));
      table.tBodies[0].append(...rows.map(pair => pair[1]));
    });
  });
}
